"""When a session was last seen, for the list of sessions."""

from __future__ import annotations

from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

# A page view is no reason to write: the list tells of sessions to within so many seconds.
_SEEN_WITHIN = 600


class SessionsMiddleware:
    """Note now and then from where a session is used; in place of allauth's own, which writes at every request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; visitors without a session cost nothing."""
        if request.session.session_key and request.user.is_authenticated:
            self._note(request)
        return self._get_response(request)

    @staticmethod
    def _note(request: HttpRequest) -> None:
        # The key of a session is as good as a password: only a part of it is written anywhere else.
        key = f"session-seen:{request.user.pk}:{str(request.session.session_key)[:8]}"
        try:
            if cache.get(key) is None:
                cache.set(key, True, _SEEN_WITHIN)
                UserSession.objects.create_from_request(request)
        except OperationalError:
            # An import holds the database; the next page will tell.
            return
