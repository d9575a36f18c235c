"""The version of the method of reading stands for the texts that it gives: change these, and it must be raised.

Then put the new version and its hash here, in place of the former.
"""

from __future__ import annotations

import hashlib

from conductatlas.capture import READING_METHOD
from conductatlas.capture.extraction import extract
from tests.capture.extracting import page, source

_PAGE = """<!doctype html><html lang="en"><head><title>Lumora: Terms</title><style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/help?utm_source=menu">Help</a></ul></nav>
<main><h1 id="top">Terms of Service</h1><p>These terms apply from <time>1 March 2025</time>.&nbsp;They are a contract
between you and <b>Lumora B.V.</b> (&ldquo;we&rdquo;), and <em>not</em> a promise.</p>
<h2>1. Your account</h2><ol><li>You must be 16 or older.</li>
<li>You may:<ul><li>read,</li><li>write.</li></ul></li></ol>
<p>Read <a href="/privacy?gclid=1&amp;page=2#data">our policy</a><br>or write to
<a href="mailto:legal@lumora.example">us</a>.
<script>track()</script></p><blockquote><p>What you wrote stays yours.</p></blockquote>
<table><thead><tr><th>Data</th><th>Kept for</th></tr></thead>
<tbody><tr><td>Messages</td><td>30 days</td></tr></tbody></table>
<pre>a  *  b</pre><details><summary>More</summary><p>1) A dispute goes to the courts of Ghent.</p></details>
<div hidden>Not shown</div><img src="/x.png" alt="A seal"><p>Price: 5 * 3 _per_ month [or less] &lt;net&gt;</p></main>
<footer>&copy; Lumora</footer></body></html>"""
_TEXTS = {"1": "3e7b155b081980177b7bd81d4567b9dc37e693307cd99c25d23fc0d247a979c4"}


def test_a_version_of_the_method_gives_one_text() -> None:
    texts = (extract(source("main"), page(_PAGE)).markdown, extract(source(), page(_PAGE)).markdown)
    assert {READING_METHOD: hashlib.sha256("\f".join(texts).encode()).hexdigest()} == _TEXTS
