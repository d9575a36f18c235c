"""Typst, kept on a short lead: our own templates, our own fonts, no network, and values that are never markup.

A template reads its values as JSON from `sys.inputs`; a string of them is set as the text that it is, whatever it
holds. The same values give the same bytes: the clock and the fonts of the machine have no part in them.
"""

from __future__ import annotations

import hashlib
import json
import logging
import pickle
import re
import threading
import zlib
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.core.cache import caches

from conductatlas.reading import without_invisible

_TEMPLATES = Path(__file__).resolve().parent / "templates"
# Forms that must be readable without us and by everybody: all fonts inside, the text of every glyph known (PDF/A),
# and the structure told to those who listen (PDF/UA).
_STANDARDS: dict[str, Any] = {"pdf_standards": ["a-2a", "ua-1"]}
# They allow no glyph that no font holds, and no code point of private use, so Typst names those that it came upon.
_MISSING = re.compile(r'the (?:text|codepoint) `"((?:[^"\\]|\\.)*)"`')
_NONE = re.compile(r"(?!)")
# All but the letters and signs of Latin, Greek and Cyrillic, without combining marks.
_UNUSUAL = re.compile("[^\x00-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u206f\u20a0-\u20bf\u2100-\u22ff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}")
_CARD_SCALE = 72.0
# One at a time: setting a long record takes a second of one core, and this bounds what many of them can take.
_ONE_AT_A_TIME = threading.Lock()
# What a file of the cache can raise that is unreadable, cut short or not ours.
_BROKEN_CACHE = (OSError, EOFError, zlib.error, pickle.PickleError)
_log = logging.getLogger(__name__)


class TypesettingError(RuntimeError):
    """A page that could not be set; the message says which template and why."""


def set_paper(template: str, values: Mapping[str, Any], at: datetime) -> bytes:
    """A PDF (PDF/A-2a and PDF/UA-1) of a template (`provision`, `change`, `document`), said to be made at a moment.

    Raises TypesettingError where Typst can't set it.
    """
    return _cached(template, values, at, "pdf")


def set_card(values: Mapping[str, Any], at: datetime) -> bytes:
    """A PNG of 1200 × 630 pixels; raises TypesettingError where Typst can't set it."""
    return _cached("card", values, at, "png")


def _cached(template: str, values: Mapping[str, Any], at: datetime, form: str) -> bytes:
    """The same, from the cache where it was set before: the key is a hash of all that goes into it."""
    data = json.dumps(_cleaned(values), ensure_ascii=False, sort_keys=True)
    key = hashlib.sha256("\n".join((_version(), template, form, at.isoformat(), data)).encode()).hexdigest()
    known = _kept(key)
    if known is None:
        with _ONE_AT_A_TIME:
            known = _set(template, data, at, form)
        _keep(key, known)
    return known


def _cleaned(value: Any) -> Any:
    """The same values, without the characters in their texts that nobody sees."""
    if isinstance(value, str):
        return without_invisible(value)
    if isinstance(value, Mapping):
        return {name: _cleaned(one) for name, one in value.items()}
    return [_cleaned(one) for one in value] if isinstance(value, list | tuple) else value


def _kept(key: str) -> bytes | None:
    try:
        known = caches["typeset"].get(key)
    except _BROKEN_CACHE:
        _log.warning("the cache of typeset pages can't be read, so the page is set anew", exc_info=True)
        return None
    return known if isinstance(known, bytes) else None


def _keep(key: str, made: bytes) -> None:
    try:
        caches["typeset"].set(key, made)
    except _BROKEN_CACHE:
        _log.warning("the cache of typeset pages can't be written", exc_info=True)


def _set(template: str, data: str, at: datetime, form: str) -> bytes:
    """Set a template; characters that no font holds are written by their code points, as in [U+4E2D].

    Where those that Typst names are not all, the unusual ones go the same way, and at last all but ASCII.
    """
    for doubtful in (_NONE, _NONE, _NONE, _UNUSUAL, _BEYOND_ASCII):
        try:
            made = _compile(template, data, at, "pdf")
        except typst.TypstError as error:
            missing = {_unescaped(one) for one in _MISSING.findall(error.diagnostic)}
            if not missing:
                raise TypesettingError(f"{template}.typ: {error.diagnostic}") from error
            data = _spelt_out(data, {*"".join(missing), *doubtful.findall(data)})
        except BaseException as error:
            # A fault of Typst's own, which some sequences of lone combining marks bring about.
            if type(error).__name__ != "PanicException":
                raise
            data = _spelt_out(data, set((_UNUSUAL if doubtful is _NONE else doubtful).findall(data)))
        else:
            return made if form == "pdf" else _compile(template, data, at, form)
    raise TypesettingError(f"{template}.typ: Typst can't set it, whatever is left out")


def _compile(template: str, data: str, at: datetime, form: str) -> bytes:
    source, fonts = str(_TEMPLATES / f"{template}.typ"), _fonts(str(settings.FONTS_DIRECTORY or ""))
    common: dict[str, Any] = {
        "root": str(_TEMPLATES),
        "font_paths": fonts,
        "ignore_system_fonts": True,
        "sys_inputs": {"data": data},
        "timestamp": int(at.timestamp()),
    }
    if form == "pdf":
        paper: bytes = typst.compile(source, format="pdf", **_STANDARDS, **common)
        return paper
    # A picture of several pages would come as a list; the template of cards has one page, and cuts what is too much.
    card: bytes = typst.compile(source, format="png", ppi=_CARD_SCALE, **common)
    return card


def _unescaped(text: str) -> str:
    """A text as Typst's message writes it, as it is."""
    return _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), text).replace('\\"', '"').replace("\\\\", "\\")


def _spelt_out(data: str, characters: set[str]) -> str:
    """JSON with some characters of its texts written by their code points."""
    # ASCII is in every font, and what makes the JSON is ASCII.
    return data.translate({ord(one): f"[U+{ord(one):04X}]" for one in characters if not one.isascii()})


@lru_cache(maxsize=2)
def _fonts(directory: str) -> typst.Fonts:
    """The fonts inside Typst and those of a directory; never those that the machine happens to have."""
    return typst.Fonts(include_system_fonts=False, font_paths=[directory] if directory else [])


@lru_cache(maxsize=1)
def _version() -> str:
    """What of ours goes into every page: the templates, the fonts named, and Typst itself."""
    templates = b"".join(path.read_bytes() for path in sorted(_TEMPLATES.glob("*.typ")))
    return f"{version('typst')} {settings.FONTS_DIRECTORY} {hashlib.sha256(templates).hexdigest()}"
