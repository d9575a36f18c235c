"""What every template may use."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest

import conductatlas
from conductatlas.site.presenters.disclaimer import disclaimer


def site(request: HttpRequest) -> dict[str, Any]:
    """The request, the public address, the disclaimer, the versions of program and style sheet, who may sign up."""
    return {
        "request": request,
        "public_address": settings.PUBLIC_ADDRESS,
        "general": disclaimer(),
        "program_version": conductatlas.__version__,
        "style_version": _style_version(),
        "accounts_setting": settings.ACCOUNTS,
    }


@lru_cache(maxsize=1)
def _style_version() -> str:
    """The hash of the style sheet: part of its address, so that a browser never shows a page in an older style."""
    path = finders.find("site/site.css")
    if not isinstance(path, str):
        return "none"
    with open(path, "rb") as sheet:  # noqa: PTH123 (the finder gives a string)
        return hashlib.sha256(sheet.read()).hexdigest()[:8]
