"""What is selected and removed is what the DOM says: selectors in the order of the page, ranges from tag to tag."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.capture.declarations import Range, Selector
from conductatlas.capture.extraction import ExtractionError
from conductatlas.capture.obstacles import Obstacle
from conductatlas.capture.selectors import is_selector
from tests.capture.extracting import text_of

_PAGE = """
<html><head><title>Lumora</title><style>p {}</style></head><body><nav>Menu</nav>
<h1>Terms</h1><p id="one">One.</p><p class="x">Two.<script>no()</script></p>
<section><h2>Three</h2><p id="four">Four <b id="bold">bold</b> end.</p></section>
<p>Five.</p><footer hidden>Six.</footer></body></html>
"""


def _range(start: str, end: str, with_start: bool = True, with_end: bool = True) -> Range:
    return Range(start, end, with_start, with_end)


@pytest.mark.parametrize(
    ("select", "remove", "blocks"),
    [
        ("p", (), ["One.", "Two.", "Four **bold** end.", "Five."]),
        ("p, h1", (), ["# Terms", "One.", "Two.", "Four **bold** end.", "Five."]),
        (("p.x", "h1"), (), ["Two.", "# Terms"]),
        (("section", "h2"), (), ["## Three", "Four **bold** end.", "## Three"]),
        ("h1 ~ p", (), ["One.", "Two.", "Five."]),
        ("footer", (), ["Six."]),
        ("body", ("nav, p", "footer"), ["# Terms", "## Three"]),
        ("body", ("section", "section p", "#bold", "nav"), ["# Terms", "One.", "Two.", "Five.", "Six."]),
        (_range("#one", "p.x"), (), ["One.", "Two."]),
        (_range("h1", "h2", with_start=False, with_end=False), (), ["One.", "Two."]),
        (_range("h1", "#bold", with_start=False), (), ["One.", "Two.", "## Three", "Four **bold**"]),
        (_range("#bold", "section"), (), ["**bold** end."]),
        (_range("p.x", "h1", with_end=False), (), None),
        (("h1", _range("h2", "#four")), (), ["# Terms", "## Three", "Four **bold** end."]),
        ("body", (_range("nav", "p.x"),), ["## Three", "Four **bold** end.", "Five.", "Six."]),
        ("body", ("h1", _range("h1", "#bold", with_start=False), "nav"), ["end.", "Five.", "Six."]),
        ("p:first-of-type", (_range("h1", "#one"),), ["Two.", "Four **bold** end."]),
    ],
)
def test_what_is_left(
    select: Selector | tuple[Selector, ...], remove: tuple[Selector, ...], blocks: list[str] | None
) -> None:
    if blocks is None:
        with pytest.raises(ExtractionError, match="nothing on the page matches what is selected"):
            text_of(_PAGE, select, remove)
    else:
        assert text_of(_PAGE, select, remove) == "\n\n".join(blocks) + "\n"


@pytest.mark.parametrize(
    ("select", "remove", "message", "obstacle"),
    [
        ("#none", (), "nothing on the page matches what is selected: #none", Obstacle.NO_MATCH),
        ("h1", ("h1",), "nothing on the page matches what is selected: h1", Obstacle.NO_MATCH),
        (
            _range("h1", "#none", with_start=False),
            (),
            'nothing on the page matches the end of the range {"startAfter": "h1", "endAfter": "#none"}',
            Obstacle.NO_MATCH,
        ),
        (
            "body",
            (_range("#none", "h1"),),
            'nothing on the page matches the start of the range {"startBefore": "#none", "endAfter": "h1"}',
            Obstacle.NO_MATCH,
        ),
        ("script", (), "nothing on the page matches what is selected: script", Obstacle.NO_MATCH),
        ("title", (), "what is selected is empty", Obstacle.EMPTY),
    ],
)
def test_what_is_not_there_is_told(
    select: Selector, remove: tuple[Selector, ...], message: str, obstacle: Obstacle
) -> None:
    with pytest.raises(ExtractionError) as caught:
        text_of(_PAGE, select, remove)
    assert (str(caught.value), caught.value.obstacle) == (message, obstacle)


@pytest.mark.parametrize(
    "selector", ["div >", "> p", "p::before", "p:hm", "", "p:lexbor-contains('a')", "[a=b c]", "\0"]
)
def test_what_is_no_selector_is_known(selector: str) -> None:
    assert not is_selector(selector)


@given(st.text(alphabet="ab#.[]=*:>+~ (),'\"\\\n1-", max_size=20))
def test_any_text_is_a_selector_or_none(text: str) -> None:
    assert is_selector(text) in (True, False)


_ELEMENTS = st.recursive(
    st.sampled_from(["a", "b", "c d"]),
    lambda inner: st.tuples(st.sampled_from(["p", "div", "i", "ul", "li"]), st.lists(inner, max_size=4)).map(
        lambda node: f"<{node[0]}>{' '.join(node[1])}</{node[0]}>"
    ),
    max_leaves=12,
)


@given(_ELEMENTS, st.sampled_from(["p", "div", "i", "li", "p, i", "div > p"]), st.sampled_from(["i", "div", "li p"]))
def test_removing_never_touches_what_is_gone(html: str, select: str, remove: str) -> None:
    try:
        text = text_of(f"<body>{html}", select, (remove, _range(remove, select), "p"))
    except ExtractionError:
        return
    assert text.strip()


@pytest.mark.parametrize("select", ["div", _range("div", "p")])
def test_deep_pages_take_seconds_and_do_not_multiply_without_bounds(select: Selector) -> None:
    started = time.process_time()
    try:
        assert "deep" in text_of("<body>" + "<div>" * 9_000 + "<p>deep", select, ("i",))
    except ExtractionError as error:
        assert str(error) == "what is selected stands within itself so often that its text has no bounds"
    assert time.process_time() - started < 10
