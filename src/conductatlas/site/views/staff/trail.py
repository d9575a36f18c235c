"""The overview, the audit trail, and the deliveries."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from conductatlas.accounts.auditing import audit
from conductatlas.monitoring.dead_letters import drop, retry
from conductatlas.monitoring.models import ChannelKind, Delivery, DeliveryState
from conductatlas.site.access import staff
from conductatlas.site.presenters.staff.audit import present_audit
from conductatlas.site.presenters.staff.deliveries import present_deliveries, present_delivery
from conductatlas.site.presenters.staff.overview import present_overview
from conductatlas.site.staff_forms import DeliveryForm
from conductatlas.site.views.private import answer
from conductatlas.site.views.responses import NotFound, choice, page_number
from conductatlas.site.views.staff.acting import ActError, acted, operator, posted

_LONGEST_FILTER = 100


@staff
def overview(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """What needs an operator, and what there is."""
    page = present_overview(timezone.now())
    return answer(request, "staff/overview.html", page, title="Operators", as_json=as_json)


@staff
def audit_trail(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """Who did what."""
    actor, action, workspace = (
        request.GET.get(name, "").replace("\0", "").strip()[:_LONGEST_FILTER]
        for name in ("actor", "action", "workspace")
    )
    page = present_audit(actor, action, workspace, page_number(request))
    return answer(request, "staff/audit.html", page, title="Audit trail", as_json=as_json)


@staff
def deliveries(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """What was to be told, and what became of it; those that were given up are the dead letters."""
    state = choice(request, "state", DeliveryState.values)
    channel = choice(request, "channel", ChannelKind.values)
    page = present_deliveries(state, channel, page_number(request))
    filters: dict[str, Any] = {"states": DeliveryState.choices, "channels": ChannelKind.choices}
    return answer(request, "staff/deliveries.html", page, title="Deliveries", as_json=as_json, **filters)


@staff
def delivery(request: HttpRequest, number: int, *, as_json: bool) -> HttpResponse:
    """One of them with its attempts; here it is tried again or dropped."""
    found = Delivery.objects.select_related("channel__workspace").filter(pk=number).first()
    if found is None:
        raise NotFound("There is no delivery with this number.")
    form = DeliveryForm(posted(request))

    def act(sent: dict[str, Any]) -> str:
        again = sent["act"] == "retry"
        if not (retry(number, timezone.now()) if again else drop(number)):
            raise ActError(
                "Only what was given up can be tried again." if again else "It is sent, or dropped, already."
            )
        workspace = found.channel.workspace
        action = "delivery.retried" if again else "delivery.dropped"
        audit(operator(request), action, f"{number} {found.subject}", workspace=workspace, reason=sent["reason"])
        return "It is tried again as soon as a worker is free." if again else "It is dropped."

    if done := acted(request, form, act, to=request.path):
        return done
    page, status = present_delivery(found), 400 if form.is_bound else 200
    title = f"Delivery {number}"
    return answer(request, "staff/delivery.html", page, title=title, as_json=as_json, status=status, form=form)
