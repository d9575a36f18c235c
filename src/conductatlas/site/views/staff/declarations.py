"""What operators declare of a source: another declaration is tried on stored snapshots before it counts."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from conductatlas.accounts.auditing import audit
from conductatlas.capture import Terms
from conductatlas.capture.declarations import Problem, terms_from_text, terms_from_value, terms_to_text
from conductatlas.site.access import staff
from conductatlas.site.presenters.staff.declarations import present_declaration
from conductatlas.site.staff_forms import DeclarationForm
from conductatlas.site.views.private import answer
from conductatlas.site.views.sources import find_source
from conductatlas.site.views.staff.acting import ActError, acted, operator, posted
from conductatlas.tracking import DeclarationRefusedError, declare_anew

_LONGEST_PART = 4


@staff
def declaration(request: HttpRequest, number: int, *, as_json: bool) -> HttpResponse:
    """The declaration of a source, and what that or another one gives; another one can be made to count."""
    tracked = find_source(number)
    kept = terms_from_value(tracked.declaration)
    counts = request.POST.get("act") == "count"
    initial = {"declaration": terms_to_text(kept), "seen": tracked.declared_as}
    # As JSON, what is tried stands in the address: nothing is stored by it.
    given = request.GET if as_json and "declaration" in request.GET else posted(request)
    form = DeclarationForm(given, counts=counts, initial=initial)
    terms, problems = _sent(form, kept) if form.is_bound else (kept, ())

    def act(sent: dict[str, Any]) -> str:
        assert terms is not None  # noqa: S101 - else the form would not be valid
        try:
            declare_anew(tracked.pk, terms, sent["seen"], timezone.now())
        except DeclarationRefusedError as error:
            raise ActError(f"{error}") from error
        detail = {"reason": sent["reason"], "before": tracked.declared_as, "declaration": sent["declaration"]}
        audit(operator(request), "source.declared", tracked.path, **detail)
        return f"{tracked.path} has another declaration; the next look reads by it."

    if counts and (done := acted(request, form, act, to=request.path)):
        return done
    page = present_declaration(tracked, kept, terms, problems, sent=form.is_bound, part=_part(given))
    status = 400 if form.errors else 200
    title = f"Declaration of {tracked.service}, {tracked.terms_type}"
    return answer(request, "staff/declaration.html", page, title=title, as_json=as_json, status=status, form=form)


def _sent(form: DeclarationForm, kept: Terms) -> tuple[Terms | None, tuple[Problem, ...]]:
    """The declaration that was sent, None where it can't be used: then the form says why, beside its field."""
    if "declaration" in form.errors:
        return None, ()
    terms, problems = terms_from_text(form.cleaned_data["declaration"], kept)
    if terms is None:
        form.add_error("declaration", [one.in_place for one in problems])
    return terms, problems


def _part(given: QueryDict | None) -> int:
    """Which part of a long redline is asked for: by a button, since what is tried stands in the form."""
    sent = given.get("part", "") if given is not None else ""
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) <= _LONGEST_PART else 1
