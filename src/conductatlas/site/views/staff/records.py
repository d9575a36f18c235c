"""What operators decide about records: findings, held versions, reports of readers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from conductatlas.accounts.auditing import audit
from conductatlas.records.corrections import settle
from conductatlas.records.granting import Grant, grant
from conductatlas.records.holding import settle_held
from conductatlas.records.models import (
    CorrectionRequest,
    DecisionKind,
    Kind,
    Provision,
    RequestState,
    Version,
    parse_permanent_id,
)
from conductatlas.records.review import decide
from conductatlas.site.access import staff
from conductatlas.site.presenters.review import held_line, present_review
from conductatlas.site.presenters.staff.records import (
    present_finding,
    present_held,
    present_request,
    present_requests,
)
from conductatlas.site.staff_forms import CorrectionForm, DecisionForm, HeldForm
from conductatlas.site.views.private import answer
from conductatlas.site.views.responses import NotFound, page_number
from conductatlas.site.views.staff.acting import acted, operator, posted, public_name


@staff
def review(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """The findings that nobody has decided about."""
    page = present_review(page_number(request))
    return answer(request, "staff/review.html", page, title="Findings to decide about", as_json=as_json)


@staff
def finding(request: HttpRequest, record: str, *, as_json: bool) -> HttpResponse:
    """One of them, or any other finding that stands."""
    number = _number(record, Kind.PROVISION)
    provision = Provision.objects.select_related("document__platform").filter(pk=number).first()
    if provision is None:
        raise NotFound("There is no provision with this id.")
    form = DecisionForm(posted(request))

    def act(sent: dict[str, Any]) -> str:
        decision = decide(
            number,
            DecisionKind(sent["kind"]),
            reviewer=public_name(request),
            reason=sent["reason"],
            at=timezone.now(),
            new_type=sent["new_type"],
            severity=sent["severity"],
            stance=sent["stance"],
        )
        audit(operator(request), f"finding.{sent['kind']}", provision.permanent_id, reason=sent["reason"])
        return f"{provision.permanent_id}: {decision.get_kind_display()}."

    if done := acted(request, form, act, to="/staff/review"):
        return done
    page, status = present_finding(provision), 400 if form.is_bound else 200
    title = f"Decide about {provision.permanent_id}"
    return answer(request, "staff/finding.html", page, title=title, as_json=as_json, status=status, form=form)


@staff
def held(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """The versions that are held."""
    page = present_held(page_number(request))
    return answer(request, "staff/held.html", page, title="Held versions", as_json=as_json)


@staff
def held_version(request: HttpRequest, record: str, *, as_json: bool) -> HttpResponse:
    """The one of a document."""
    number = _number(record, Kind.DOCUMENT)
    version = Version.waiting().select_related("document__platform").filter(document_id=number).first()
    if version is None:
        raise NotFound("No version of this document is held.")
    form = HeldForm(posted(request))

    def act(sent: dict[str, Any]) -> str:
        confirm = sent["act"] == "confirm"
        settled = settle_held(number, confirm=confirm, by=public_name(request), reason=sent["reason"])
        action = "version.confirmed" if confirm else "version.refused"
        subject = f"{settled.document.permanent_id} version {settled.ordinal}"
        audit(operator(request), action, subject, reason=sent["reason"])
        return f"{subject} is {'confirmed' if confirm else 'refused'}."

    if done := acted(request, form, act, to="/staff/held"):
        return done
    page, status = held_line(version), 400 if form.is_bound else 200
    return answer(request, "staff/held_version.html", page, title="Held", as_json=as_json, status=status, form=form)


@staff
def corrections(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """The reports that wait."""
    page = present_requests(page_number(request))
    return answer(request, "staff/corrections.html", page, title="Reports of readers", as_json=as_json)


@staff
def correction(request: HttpRequest, number: int, *, as_json: bool) -> HttpResponse:
    """One of them, with all of its words."""
    found = CorrectionRequest.objects.filter(pk=number).first()
    if found is None:
        raise NotFound("There is no report with this number.")
    form = CorrectionForm(posted(request))

    def act(sent: dict[str, Any]) -> str:
        by, reason, state = public_name(request), sent["reason"], RequestState(sent["state"])
        options = ("decision", "new_type", "severity", "stance", "into", "before", "after")
        wanted = Grant(**{name: sent[name] for name in options})

        def put_right(report: CorrectionRequest) -> None:
            if state is RequestState.ACCEPTED:
                grant(report, wanted, by=by, reason=reason)

        at, publish = timezone.now(), sent["publish"]
        settled, email = settle(number, state, by=by, reason=reason, at=at, publish=publish, act=put_right)
        audit(operator(request), f"correction.{state}", f"{number} {settled.record}", reason=reason)
        said = f"Report {number} is settled: {settled.get_state_display()}."
        return f"{said} Answer to {email}: the address is erased from the register now." if email else said

    if done := acted(request, form, act, to="/staff/corrections"):
        return done
    page, status = present_request(found), 400 if form.is_bound else 200
    title = f"Report {number}"
    return answer(request, "staff/correction.html", page, title=title, as_json=as_json, status=status, form=form)


def _number(record: str, kind: Kind) -> int:
    named = parse_permanent_id(record.upper())
    if named is None or named[0] is not kind:
        raise NotFound(f"This is no id of a {kind.label}.")
    return named[1]
