"""Who may open an address. Every view of `site.private` carries one of these marks; a test fails where one does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from conductatlas.accounts.entitlements import entitlements
from conductatlas.accounts.limits import opening
from conductatlas.accounts.models import Feature, Membership, Role
from conductatlas.site.views.responses import NotFound

_NOT_KEPT = "private, no-store"

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


@dataclass(frozen=True, slots=True)
class Access:
    """Who may open an address: `public`, `link` (whoever has its secret), `signed-in`, `staff`, or `workspace`.

    For `workspace`, `role` is the least that its members need, and `feature` what its plan must open.
    """

    who: str
    role: Role | None = None
    feature: Feature | None = None


def access_of(view: Any) -> Access | None:
    """The mark that a view carries, if any."""
    found = getattr(view, "access", None)
    return found if isinstance(found, Access) else None


def public(view: View) -> View:
    """Everybody."""
    return _marked(view, Access("public"))


def by_link(view: View) -> View:
    """Whoever has the secret in the address; the view itself checks it."""
    return _marked(view, Access("link"))


def signed_in(view: View) -> View:
    """People with an account; others are led to sign in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs) if request.user.is_authenticated else _to_sign_in(request)

    return _marked(guarded, Access("signed-in"))  # type: ignore[return-value]


def lately_confirmed(view: View) -> View:
    """People who lately showed again that it is them, by password, code or passkey; others are asked to. No mark."""
    return cast(View, reauthentication_required()(view))


def staff(view: View) -> View:
    """Operators. To others the page is not there."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        if not request.user.is_staff:
            raise NotFound("There is no page at this address.")
        return view(request, *args, **kwargs)

    return _marked(guarded, Access("staff"))  # type: ignore[return-value]


def in_workspace(role: Role, feature: Feature | None = None) -> Callable[[Callable[..., HttpResponseBase]], Any]:
    """Members of the workspace that the address names by `workspace` (its slug), whose role includes `role`.

    The view gets the `Membership` (its workspace and user loaded) in place of the slug. To those who are no members the
    page is not there; where the plan does not open `feature`, a page says which one does.
    """

    def mark(view: Callable[..., HttpResponseBase]) -> Any:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, workspace: str, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            found = Membership.objects.select_related("workspace", "user").filter(
                workspace__slug=workspace, user=request.user
            )
            membership = found.first()
            if membership is None:
                raise NotFound("There is no workspace of yours at this address.")
            if not Role(membership.role).includes(role):
                context = {"title": "Not yours to do", "needed": role.label, "membership": membership}
                return render(request, "site/private/role_needed.html", context, status=403)
            if feature is not None and not entitlements(membership.workspace, timezone.now()).opens(feature):
                context = {"title": "Not in this plan", "feature": feature.label, "membership": membership}
                context |= {"lifted_by": opening(feature), "may_choose": Role(membership.role).includes(Role.ADMIN)}
                return render(request, "site/private/plan_needed.html", context, status=403)
            return view(request, membership, *args, **kwargs)

        return _marked(guarded, Access("workspace", role, feature))

    return mark


def private_pages_are_not_kept(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Any:
    """Middleware: nothing keeps or lists a page that is not for everybody, and no other site's scripts read it.

    A page for whoever has its link may say otherwise; feeds do.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        match = request.resolver_match
        access = access_of(match.func) if match else None
        if request.path_info.startswith("/account/") or (access is not None and access.who not in ("public", "link")):
            response.headers["Cache-Control"] = _NOT_KEPT
            response.headers["X-Robots-Tag"] = "noindex"
            response.headers.pop("Access-Control-Allow-Origin", None)
        elif access is not None and access.who == "link":
            response.headers.setdefault("Cache-Control", _NOT_KEPT)
            response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answer


def _marked(view: View, access: Access) -> View:
    view.access = access  # type: ignore[attr-defined]
    return view


def _to_sign_in(request: HttpRequest) -> HttpResponseBase:
    # What was sent by a form is lost by then, and its address shows nothing.
    onward = request.get_full_path() if request.method in ("GET", "HEAD") else settings.LOGIN_REDIRECT_URL
    return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': onward})}")
