"""A law on what one side does is not set beside what the other does, nor one on posts beside a list of names."""

from __future__ import annotations

from tests.assessment.bearing_refs import refs_bearing_on
from tests.assessment.composed import composed, written


def test_a_law_on_an_end_by_the_trader_is_not_for_an_end_by_the_user() -> None:
    by_user = "The user may early terminate the plan, and fees that were paid will not be refunded."
    by_trader = "We may terminate the plan, and fees that were paid will not be refunded."
    for law, ref in (("eu-unfair-terms", "Annex, point 1(f)"), ("uk-cra", "Schedule 2, paragraph 7")):
        assert ref in refs_bearing_on(law, "no-refund", by_trader)
        assert ref not in refs_bearing_on(law, "no-refund", by_user)


def test_a_law_on_rules_for_posts_is_not_for_a_list_that_is_published() -> None:
    listed = "You must not be on the list of persons as published by the treasury of Ostmark."
    assert "Article 14" in refs_bearing_on("eu-dsa", "prohibited-conduct", "You must not post or publish insults.")
    assert "Article 14" not in refs_bearing_on("eu-dsa", "prohibited-conduct", listed)


def test_advice_on_outputs_is_not_given_on_material_of_others() -> None:
    advice = "Keep material from the service apart"
    own = "You may not use outputs of the service to train models that compete."
    others = "You may not use third-party materials, or outputs derived from them, to train models that compete."
    kind = "ai-competing-model-restriction"
    assert advice in written(composed(kind, own)) or "Keep material from Larkwell" in written(composed(kind, own))
    assert "Keep material from" not in written(composed(kind, others))
