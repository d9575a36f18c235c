"""Channels of a workspace: added, confirmed, tested, stopped and deleted; and the log of what was sent."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.entitlements import entitlements
from conductatlas.accounts.limits import opening
from conductatlas.accounts.models import Feature, Membership, Role
from conductatlas.monitoring.audience import account_channel
from conductatlas.monitoring.confirming import (
    ChannelError,
    add_channel,
    ask_to_confirm,
    confirm_by_code,
    confirm_channel,
    of_token,
    send_test,
)
from conductatlas.monitoring.models import Channel, ChannelKind
from conductatlas.monitoring.preferences import subscribe_again
from conductatlas.monitoring.stopping import stop_channel
from conductatlas.site.access import by_link, in_workspace
from conductatlas.site.presenters.watches import present_channels, present_deliveries, shown_address
from conductatlas.site.views.private import answer
from conductatlas.site.views.responses import NotFound, page_number
from conductatlas.site.watch_forms import ChannelForm

_ASKED = {
    ChannelKind.EMAIL: "A mail with a link is on its way to {address}; open the link to confirm the channel.",
    ChannelKind.WEBHOOK: "The webhook answered as it should and is confirmed.",
    ChannelKind.APPRISE: "A code was sent there; enter it below to confirm the channel.",
}


@in_workspace(Role.VIEWER)
def channels(request: HttpRequest, membership: Membership, *, as_json: bool) -> HttpResponse:
    """The channels of a workspace."""
    if membership.workspace.personal:
        account_channel(membership.user, timezone.now())
    return _page(request, membership, ChannelForm(), as_json=as_json)


@in_workspace(Role.ADMIN)
def add(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Add a channel and ask it to confirm itself."""
    form, now = ChannelForm(request.POST), timezone.now()
    if not form.is_valid():
        return _page(request, membership, form, status=400)
    kind = ChannelKind(form.cleaned_data["kind"])
    if kind is not ChannelKind.EMAIL and not entitlements(membership.workspace, now).opens(Feature.CHANNELS):
        plan = opening(Feature.CHANNELS)
        form.refuse(
            f"Your plan tells you by e-mail; it does not open {Feature.CHANNELS.label}."
            + (f" The plan {plan.name} does." if plan else "")
        )
        return _page(request, membership, form, status=403)
    try:
        channel = add_channel(membership.workspace, kind, form.cleaned_data["address"], membership.user, now)
    except ChannelError as error:
        form.refuse(error)
        return _page(request, membership, form, status=400)
    return _ask(request, membership, channel)


@in_workspace(Role.ADMIN)
def ask(request: HttpRequest, membership: Membership, number: int) -> HttpResponse:
    """Ask a channel once more to confirm itself."""
    return _ask(request, membership, _channel(membership, number))


@in_workspace(Role.ADMIN)
def confirm(request: HttpRequest, membership: Membership, number: int) -> HttpResponse:
    """Confirm a channel by the code that it showed."""
    channel = _channel(membership, number)
    try:
        if channel.kind != ChannelKind.APPRISE:
            raise ChannelError("This kind of channel is not confirmed by a code.")
        confirm_by_code(channel, request.POST.get("code", ""), membership.user, timezone.now())
    except ChannelError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "The channel is confirmed.")
    return _back(membership)


@in_workspace(Role.ADMIN)
def test(request: HttpRequest, membership: Membership, number: int) -> HttpResponse:
    """Send a test to a channel that is confirmed."""
    channel = _channel(membership, number)
    if channel.confirmed_at is None or channel.stopped_at is not None:
        messages.error(request, "Only a channel that is confirmed and not stopped can be tested.")
        return _back(membership)
    outcome = send_test(channel, timezone.now())
    if outcome.fault is None:
        messages.success(request, f"The test was sent to {shown_address(channel)}: {outcome.line}.")
    else:
        messages.error(request, f"The test was not taken: {outcome.line}.")
    return _back(membership)


@in_workspace(Role.ADMIN)
def stop(request: HttpRequest, membership: Membership, number: int) -> HttpResponse:
    """Stop a channel, or let one that was stopped go on."""
    channel = _channel(membership, number)
    with transaction.atomic():
        if channel.stopped_at is None:
            stop_channel(channel, f"stopped by {membership.user}", timezone.now(), by=membership.user)
        else:
            subscribe_again(channel, timezone.now(), membership.user)
    return _back(membership)


@in_workspace(Role.ADMIN)
def delete(request: HttpRequest, membership: Membership, number: int) -> HttpResponse:
    """Delete a channel, with the log of what was sent there."""
    channel = _channel(membership, number)
    if membership.workspace.personal and channel.address == membership.user.email:
        messages.error(request, "This is the address of your account. Stop it instead; it can go on later.")
        return _back(membership)
    with transaction.atomic():
        audit(membership.user, "channel.deleted", str(channel)[:254], workspace=membership.workspace)
        channel.delete()
    messages.success(request, "The channel is deleted.")
    return _back(membership)


@in_workspace(Role.VIEWER)
def deliveries(request: HttpRequest, membership: Membership, *, as_json: bool) -> HttpResponse:
    """What was sent, and every try."""
    page = present_deliveries(membership, page_number(request))
    return answer(request, "deliveries.html", page, title="Deliveries", as_json=as_json)


@by_link
def confirm_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm an e-mail address: the link shows a button, since programs that look at mail open links too."""
    channel = of_token(token)
    if channel is None:
        raise NotFound("This link is older than seven days, or the channel was deleted. Ask for another one.")
    if request.method == "POST":
        confirm_channel(channel, channel.address, timezone.now())
        return HttpResponseRedirect(request.path, status=303)
    return answer(request, "channel_confirmed.html", channel, title="Confirm this address", as_json=False)


def _ask(request: HttpRequest, membership: Membership, channel: Channel) -> HttpResponse:
    try:
        outcome = ask_to_confirm(channel, timezone.now())
    except ChannelError as error:
        messages.error(request, str(error))
        return _back(membership)
    if outcome.fault is None:
        messages.success(request, _ASKED[ChannelKind(channel.kind)].format(address=channel.address))
    else:
        messages.error(request, f"It could not be reached: {outcome.line}. It stays in the list, not confirmed.")
    return _back(membership)


def _page(
    request: HttpRequest, membership: Membership, form: ChannelForm, *, status: int = 200, as_json: bool = False
) -> HttpResponse:
    page = present_channels(membership, timezone.now())
    kinds = ChannelKind.choices
    return answer(
        request, "channels.html", page, title="Channels", as_json=as_json, status=status, form=form, kinds=kinds
    )


def _channel(membership: Membership, number: int) -> Channel:
    found = Channel.objects.filter(workspace=membership.workspace, pk=number).select_related("workspace").first()
    if found is None:
        raise NotFound("There is no such channel here; it may have been deleted.")
    return found


def _back(membership: Membership) -> HttpResponse:
    return HttpResponseRedirect(f"/workspaces/{membership.workspace.slug}/channels", status=303)
