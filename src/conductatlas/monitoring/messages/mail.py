"""A letter as the HTML of a mail: nothing in it is fetched; styles are inline, and a dark form stands beside them."""

from __future__ import annotations

from functools import cache

from css_inline import CSSInliner
from django.template.loader import render_to_string

from conductatlas.assessment import NO_ADVICE
from conductatlas.monitoring.messages.footing import Footing
from conductatlas.monitoring.messages.letter import Letter
from conductatlas.monitoring.messages.text import MACHINE_WRITTEN


def write_html(letter: Letter, footing: Footing) -> str:
    """The whole letter as a page. Everything in it is escaped by its template."""
    closing = f"{MACHINE_WRITTEN} {NO_ADVICE}" if letter.changes else NO_ADVICE
    context = {"letter": letter, "footing": footing, "closing": closing}
    return _inliner().inline(render_to_string("monitoring/letter.html", context))


@cache
def _inliner() -> CSSInliner:
    """Mail programs that leave out style sheets show what stands in the elements themselves."""
    return CSSInliner(load_remote_stylesheets=False)
