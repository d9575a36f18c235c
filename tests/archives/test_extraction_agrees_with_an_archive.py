"""Real pages by their real declarations give the text that Open Terms Archive took from them."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest
from benchmarks.extraction import FLOOR, agreements, unpacked

pytestmark = pytest.mark.archives


def test_the_words_agree(archives: Path, tmp_path: Path) -> None:
    found = list(agreements(unpacked(archives / "genai-eu-snapshots.tar.xz", tmp_path)))
    assert len(found) == 62
    assert statistics.median(one.f1 for one in found) >= 0.99
    low = [one for one in found if one.f1 < FLOOR]
    assert [one for one in low if not one.explanation] == []
    # The pages of these documents no longer have what their declarations select: no reader of them finds a text there.
    unmatched = [one for one in low if "does not have what the declaration selects" in one.explanation]
    assert {one.service for one in unmatched} == {"Claude.ai", "Llama API", "Perplexity"}
    assert len(unmatched) == 9
    # The only other one is the PDF.
    assert [(one.service, one.terms_type) for one in low if one not in unmatched] == [
        ("ChatGPT", "Law Enforcement Guidelines")
    ]
    assert all(one.f1 >= 0.99 for one in found if one not in low)
