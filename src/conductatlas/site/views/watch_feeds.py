"""What a watch tells, for feed readers and calendars, which can't sign in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from conductatlas.monitoring.models import Watch
from conductatlas.site.access import by_link
from conductatlas.site.feeds import FeedForm, WrittenForm, write_calendar
from conductatlas.site.presenters.watch_feeds import present_watch_calendar, present_watch_feed

_KEPT_FOR = 15 * 60


@by_link
def watch_feed(request: HttpRequest, secret: str, form: FeedForm) -> HttpResponse:
    """The feed or the calendar of the watch that has this secret. Its reader may keep it for a while, nobody else."""
    watch = Watch.objects.select_related("workspace").filter(feed_secret=secret).first()
    if watch is None:
        response = HttpResponse("There is no feed at this address (any more).\n", "text/plain; charset=utf-8", 404)
    else:
        now = timezone.now()
        if isinstance(form, WrittenForm):
            content = form.write(present_watch_feed(watch, now)).encode()
        else:
            content = write_calendar(present_watch_calendar(watch, now))
        response = HttpResponse(content, content_type=f"{form.media_type}; charset=utf-8")
    response["Cache-Control"] = f"private, max-age={_KEPT_FOR}"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
