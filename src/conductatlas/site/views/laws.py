"""The register of laws, and each law."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from conductatlas.catalogue import load_laws
from conductatlas.site.presenters.laws import present_law, present_laws
from conductatlas.site.views.responses import NotFound, page_number, respond


def laws(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """All laws of which something is shown."""
    return respond(request, "laws.html", present_laws(), title="Laws", as_json=as_json)


def law(request: HttpRequest, name: str, *, as_json: bool) -> HttpResponse:
    """One law, and the clause types that it speaks to."""
    found = load_laws().law(name)
    if found is None:
        raise NotFound(f"The register shows no law “{name}”. The list of laws names all that it shows.")
    return respond(request, "law.html", present_law(found, page_number(request)), title=found.title, as_json=as_json)
