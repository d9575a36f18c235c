"""What selectors and ranges take from a page is what Chromium's own DOM takes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from conductatlas.capture import Page
from conductatlas.capture.declarations import Range, Selector, Source
from conductatlas.capture.extraction import ExtractionError, extract
from conductatlas.reading import read_markdown

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

_PAGE = """<!doctype html><html lang=en><head><title>Lumora</title></head><body class="page legal">
<header><nav><ul><li><a href=/a>Alpha</a></li><li class=now><a href=/b>Beta</a></li></ul></nav></header>
<main id=content><h1 id=top>Gamma</h1><p class="lead Big">Delta <b>epsilon</b> zeta.</p>
<div data-part=one data-x="a b"><h2>Eta</h2><p>Theta</p><ul><li>Iota</li>
<li>Kappa<ul><li>Lambda</li></ul></li></ul></div>
<div data-part=two><h2>Mu</h2><p></p><p>Nu</p><table><tr><th>Xi</th><td>Omicron</td></tr></table></div>
<p>Pi<p>Rho<div>Sigma <span hidden>tau</span></div></main><footer><p>Upsilon</p></footer><div id=end></div></body>"""
# What the engine of Open Terms Archive does with a page, in the words of the DOM. Blanks are told apart by no one.
_IN_THE_BROWSER = """([remove, select]) => {
  const range = ({start, withStart, end, withEnd}) => {
    const found = document.createRange(), from = document.querySelector(start), to = document.querySelector(end);
    if (!from || !to) return null;
    withStart ? found.setStartBefore(from) : found.setStartAfter(from);
    withEnd ? found.setEndAfter(to) : found.setEndBefore(to);
    return found;
  };
  const nodes = [], ranges = [], result = document.createElement("div");
  for (const one of remove) {
    typeof one === "string" ? nodes.push(...document.querySelectorAll(one)) : ranges.push(range(one));
  }
  if (ranges.includes(null)) return null;
  nodes.forEach(node => node.remove());
  ranges.forEach(one => one.deleteContents());
  for (const one of select) {
    if (typeof one === "string") {
      document.querySelectorAll(one).forEach(node => result.append(node.cloneNode(true), " "));
    } else {
      const found = range(one);
      if (!found) return null;
      result.append(found.cloneContents(), " ");
    }
  }
  result.querySelectorAll("title").forEach(node => node.remove());
  const words = [], walker = document.createTreeWalker(result, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) words.push(walker.currentNode.data);
  return words.join(" ").split(/\\s+/).filter(Boolean).join(" ");
}"""
_SELECTORS = (
    *("p", "main", "li, h2", "h2, li", "main > p", "main p", "h1 ~ p", "h1 + p", "div p, main", "*:not(body) > p"),
    *("[data-part]", "[data-part=one]", "[data-x~=b]", "[class*=lead]", "[class^='lead' i]", "a[href$='b']"),
    *("p:first-child", "p:last-child", "p:nth-of-type(2)", "li:nth-child(odd)", "p:only-of-type", "p:empty"),
    *("div:has(table)", "div:has(> h2):not(:has(table))", ":is(h1, h2)", ":where(h2) + p", "header :is(a, b)"),
    *("#content > :nth-last-child(1)", "body.page.legal footer", "tr > td", "td", "span[hidden]", "nav", "#none"),
    *("ul ul", ".lead.Big", "li:not(.now)", "H1", "p.big"),
)
_RANGES = tuple(
    Range(start, end, with_start, with_end)
    for start, end in (
        ("h1", "h2"),
        ("#top", "#end"),
        ("b", "table"),
        ("li.now", "ul ul li"),
        ("footer", "h1"),
        ("main", "b"),
    )
    for with_start in (True, False)
    for with_end in (True, False)
)


def _written(selector: Selector) -> object:
    if isinstance(selector, str):
        return selector
    names = ("start", "end", "withStart", "withEnd")
    return dict(zip(names, (selector.start, selector.end, selector.with_start, selector.with_end), strict=True))


def _ours(select: tuple[Selector, ...], remove: tuple[Selector, ...]) -> str:
    try:
        found = extract(
            Source("https://lumora.example/", select, remove), Page("https://lumora.example/", _PAGE.encode())
        )
    except ExtractionError:
        return ""
    return " ".join(" ".join(read_markdown(found.markdown).visible).split())


def test_selectors_and_ranges(browser: Browser) -> None:
    page = browser.new_page()
    every: tuple[Selector, ...] = (*_SELECTORS, *_RANGES)
    cases: list[tuple[tuple[Selector, ...], tuple[Selector, ...]]] = [((one,), ()) for one in every]
    cases += [(("body",), (one,)) for one in every]
    cases += [(("h2", _RANGES[0], "b"), ("li", _RANGES[8], "div p"))]
    with_words = 0
    told: list[tuple[object, str, str]] = []
    for select, remove in cases:
        page.set_content(_PAGE)
        theirs = page.evaluate(_IN_THE_BROWSER, [[_written(one) for one in remove], [_written(one) for one in select]])
        ours = _ours(select, remove)
        if ours.split() != (theirs or "").split():
            told.append(((select, remove), ours, theirs))
        with_words += bool(ours)
    page.close()
    assert told == []
    assert with_words > len(cases) * 0.8
