"""The forms in which a record can be cited, each at an address of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from conductatlas.site.citing.bibtex import bibtex
from conductatlas.site.citing.cited import Cited
from conductatlas.site.citing.csl import csl_json
from conductatlas.site.citing.prose import apa, bluebook, plain
from conductatlas.site.citing.ris import ris


@dataclass(frozen=True, slots=True)
class Form:
    """A form of citation: its name, the ending of its address, its media type, and how it is written."""

    id: str
    name: str
    ending: str
    media_type: str
    write: Callable[[Cited], str]


# The media types are those under which Crossref gives out the same forms.
FORMS = (
    Form("text", "Plain", "txt", "text/plain; charset=utf-8", plain),
    Form("bluebook", "Bluebook", "bluebook.txt", "text/plain; charset=utf-8", bluebook),
    Form("apa", "APA", "apa.txt", "text/plain; charset=utf-8", apa),
    Form("bibtex", "BibTeX", "bib", "application/x-bibtex; charset=utf-8", bibtex),
    Form("ris", "RIS", "ris", "application/x-research-info-systems; charset=utf-8", ris),
    Form("csl", "CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", csl_json),
)


def form_of(ending: str) -> Form:
    """The form whose address has an ending; raises KeyError where there is none."""
    return {form.ending: form for form in FORMS}[ending]
