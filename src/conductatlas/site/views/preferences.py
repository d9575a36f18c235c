"""How one is told, and stopping it: when signed in, or by the link in a mail."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from conductatlas.accounts.models import User
from conductatlas.monitoring.links import LinkFor, channel_of, revoke_links
from conductatlas.monitoring.models import Channel, ChannelKind, DigestRhythm
from conductatlas.monitoring.preferences import (
    BY_LINK,
    be_told,
    choose_digest,
    let_rest,
    preferences_of,
    subscribe_again,
)
from conductatlas.monitoring.preferences import unsubscribe as stop_all
from conductatlas.site.access import by_link, signed_in
from conductatlas.site.preference_forms import HOURS, WEEKDAYS, DigestForm, digest_form
from conductatlas.site.presenters.preferences import present_preferences, zones_by_area
from conductatlas.site.views.private import answer

_MOST_NUMBERS = 5_000


def _by_token(view: Callable[..., HttpResponse]) -> Any:
    """A page whose address is its key: nothing that follows its links is told the address, and nobody keeps it.

    Forms on it need no other guard against being sent from elsewhere: who does not know the address can't send any.
    """

    @by_link
    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "no-referrer"
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex"
        # Django notes the addresses of refused requests in its log, unless somebody says that it was done.
        response._has_been_logged = True  # type: ignore[attr-defined]
        return response

    return guarded


@_by_token
def unsubscribe(request: HttpRequest, sent: str) -> HttpResponse:
    """Stop all mail to an address. Opening the page stops nothing: programs that look at links open it too."""
    channel = channel_of(sent, LinkFor.UNSUBSCRIBE)
    if channel is None:
        return _ended(request)
    if request.method == "POST":
        # RFC 8058: a mail program sends this in the name of its user, without cookies, and follows no redirection.
        if request.POST.get("List-Unsubscribe") == "One-Click":
            stop_all(channel, timezone.now())
            return HttpResponse("No more mail is sent to this address.\n", content_type="text/plain; charset=utf-8")
        if request.POST.get("do") == "stop":
            stop_all(channel, timezone.now())
            return HttpResponseRedirect(request.path, status=303)
        message = "Nothing was changed: what was sent is neither the button of this page nor a one-click request."
        return HttpResponse(f"{message}\n", status=400, content_type="text/plain; charset=utf-8")
    return render(request, "site/private/unsubscribe.html", {"title": "Stop mail", "channel": channel})


@_by_token
def preferences_by_link(request: HttpRequest, sent: str, *, as_json: bool) -> HttpResponse:
    """What whoever reads a channel chose, without signing in."""
    channel = channel_of(sent, LinkFor.PREFERENCES)
    if channel is None:
        return _ended(request)
    return _preferences(request, [channel], channel.workspace.personal_of, BY_LINK, as_json=as_json)


@signed_in
def preferences(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """What a person chose."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 (they are signed in)
    own = Channel.objects.filter(kind=ChannelKind.EMAIL, workspace__personal_of=user, confirmed_at__isnull=False)
    return _preferences(request, list(own.select_related("workspace").order_by("id")), user, user, as_json=as_json)


def _preferences(
    request: HttpRequest, channels: list[Channel], user: User | None, by: User | str, *, as_json: bool
) -> HttpResponse:
    form = None
    if request.method == "POST":
        form = _act(request, channels, user, by)
        if form is None:
            return HttpResponseRedirect(f"{request.path}?saved", status=303)
    page = present_preferences(channels, user, timezone.now())
    return answer(
        request,
        "preferences.html",
        page,
        title="How you are told",
        as_json=as_json,
        status=200 if form is None else 400,
        form=form or (digest_form(preferences_of(user)) if user else None),
        by_link=by is BY_LINK,
        rhythms=DigestRhythm.choices,
        weekdays=WEEKDAYS,
        hours=HOURS,
        areas=zones_by_area(page.digest.time_zone) if page.digest and not as_json else [],
    )


def _act(request: HttpRequest, channels: list[Channel], user: User | None, by: User | str) -> DigestForm | None:
    """Do what a form of the page asks for; give the form back where there is something wrong with it."""
    now, do = timezone.now(), request.POST.get("do", "")
    chosen = [one for one in channels if str(one.pk) == request.POST.get("channel")]
    for channel in chosen:
        if do == "stop":
            stop_all(channel, now, by)
        elif do == "start":
            subscribe_again(channel, now, by)
        elif do == "revoke" and by is not BY_LINK:
            revoke_links(channel)
    if user is None:
        return None
    if do == "digest":
        form = digest_form(preferences_of(user), request.POST)
        if not form.is_valid():
            return form
        choose_digest(user, form.wishes, now)
    elif do == "watches":
        let_rest(user, _numbers(request, "shown"), _numbers(request, "active"))
    elif do == "organisations":
        be_told(user, _numbers(request, "shown"), _numbers(request, "told"))
    return None


def _numbers(request: HttpRequest, name: str) -> set[int]:
    sent = request.POST.getlist(name)[:_MOST_NUMBERS]
    return {int(one) for one in sent if one.isascii() and one.isdigit() and len(one) <= 18}


def _ended(request: HttpRequest) -> HttpResponse:
    """One answer for links that were forged, revoked or ran out: it tells nobody which addresses there are."""
    message = (
        "This link leads nowhere: it is not whole, was replaced, or is too old. Take the one in the latest mail, "
        "or sign in to change how you are told."
    )
    return render(request, "site/404.html", {"title": "An old link", "message": message}, status=404)
