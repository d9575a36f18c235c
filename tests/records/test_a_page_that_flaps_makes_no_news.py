"""A page that looks again as it did makes no news, whatever its markup; a change that is taken back after long does."""

from __future__ import annotations

import pytest

from conductatlas.records.models import Change, Document, StoredText, Verdict
from tests.records.worlds import ARBITRATION, CHANGES, COOKIES, INTRODUCTION, LAW, LIABILITY, record, text, version

pytestmark = pytest.mark.django_db

_NOTE = "We may charge 2 euros for each minute of a voice call."


def _page(token: int, *more: str, day: int = 0) -> bytes:
    link = f"See [our partners](https://larkwell.example/go?token={token}) for what they do."
    return text(INTRODUCTION, LAW, LIABILITY, CHANGES, COOKIES, link, *more, day=day)


def _verdicts(*pages: tuple[int, bytes], apart: bool = False) -> list[str]:
    versions = [version(number, content, days=day) for number, (day, content) in enumerate(pages, 1)]
    for some in [[one] for one in versions] if apart else [versions]:
        record(*some)
    return list(Change.objects.order_by("version__ordinal").values_list("verdict", flat=True))


@pytest.mark.parametrize("apart", [False, True], ids=["in one run", "in a run each"])
def test_links_that_are_other_each_time_do_not_hide_that_it_flaps(apart: bool) -> None:
    pages = [
        (1, _page(1)),
        (20, _page(2, _NOTE)),
        (21, _page(3)),
        (22, _page(4, _NOTE)),
        (26, _page(5)),
        (30, _page(6, _NOTE)),
    ]
    assert _verdicts(*pages, apart=apart) == ["substantive", "technical", "technical", "technical", "technical"]
    assert Change.objects.get(version__ordinal=4).reasons[0] == "The text is again that of version 2, word for word."


def test_a_variant_that_never_stood_is_no_news_weeks_later() -> None:
    pages = [(1, _page(1)), (40, _page(2, _NOTE)), (41, _page(3)), (80, _page(4, _NOTE))]
    assert _verdicts(*pages) == ["substantive", "technical", "technical"]


def test_a_change_that_stood_for_a_month_and_is_taken_back_is_one_more_change() -> None:
    pages = [(1, _page(1, ARBITRATION, day=1)), (30, _page(2, day=2)), (60, _page(3, ARBITRATION, day=1))]
    assert _verdicts(*pages) == ["substantive", "substantive"]
    last = Change.objects.get(version__ordinal=3)
    assert last.reasons[-1] == "The text is again that of version 1, word for word."
    assert not last.items.exists()


def test_a_text_that_comes_back_whole_tells_of_no_removals() -> None:
    pages = [
        (1, _page(1, day=1)),
        (30, _page(2, ARBITRATION, day=2)),
        (90, _page(3, day=1)),
        (130, _page(4, ARBITRATION, day=2)),
    ]
    assert _verdicts(*pages) == ["substantive", "substantive", "substantive"]
    first, gone, back = Change.objects.order_by("version__ordinal")
    assert [item.kind for item in first.items.all()] == ["added"]
    assert not gone.items.exists()
    assert gone.reasons[-1] == "The text is again that of version 1, word for word."
    assert [item.returned for item in back.items.all() if item.kind == "added"] in ([True], [])


def test_what_came_back_after_the_time_of_grace_is_new() -> None:
    pages = [(1, _page(1)), (2, _page(2, _NOTE)), (3, _page(3)), (200, _page(4, _NOTE))]
    assert _verdicts(*pages)[-1] == Verdict.SUBSTANTIVE


def test_texts_of_an_older_database_are_known_by_their_bytes() -> None:
    _verdicts((1, _page(1)), (20, _page(1, _NOTE)))
    StoredText.objects.update(appearance="")
    record(version(3, _page(1), days=21))
    assert Change.objects.get(version__ordinal=3).verdict == Verdict.TECHNICAL
    assert Document.objects.get().good_versions()[0].text.appearance
