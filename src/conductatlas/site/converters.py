"""The parts of addresses: records, names, numbers. Importing this makes them known to Django."""

from __future__ import annotations

import re

from django.urls import register_converter
from django.urls.converters import IntConverter, StringConverter

from conductatlas.site.citing import FORMS, Form, form_of
from conductatlas.site.feeds import FEED_FORMS, WrittenForm, feed_form_of


class _RecordId(StringConverter):
    """An id of a record as people write it: in any case, with or without its leading zeros."""

    regex = r"[Cc][Aa]-[DPCdpc]-[0-9]{1,18}"


class _Name(StringConverter):
    """A part of an address without a dot, so that `.json` is never taken for a part of a name."""

    regex = r"[^/.]+"


class _Ordinal(IntConverter):
    """A number from 1 on."""

    regex = r"[1-9][0-9]{0,8}"


class _CitationForm:
    """The ending of an address that names a form of citation."""

    # The longest first: `csl.json` is not `json`, nor `apa.txt` the plain `txt`.
    regex = "|".join(re.escape(ending) for ending in sorted((form.ending for form in FORMS), key=len, reverse=True))

    def to_python(self, value: str) -> Form:
        return form_of(value)

    def to_url(self, value: Form) -> str:
        return value.ending


class _FeedForm:
    """The ending of an address that names a form of feed."""

    regex = "|".join(re.escape(form.ending) for form in FEED_FORMS)

    def to_python(self, value: str) -> WrittenForm:
        return feed_form_of(value)

    def to_url(self, value: WrittenForm) -> str:
        return value.ending


class _RecordKind(StringConverter):
    """The letter of a kind of record, as short addresses write it."""

    regex = "[dpc]"


register_converter(_RecordId, "record")
register_converter(_Name, "name")
register_converter(_Ordinal, "ordinal")
register_converter(_CitationForm, "citation")
register_converter(_FeedForm, "feed")
register_converter(_RecordKind, "kind")
