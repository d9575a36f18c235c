"""What is filed under a product is said of its company, and the product is named only where the clause names it."""

from __future__ import annotations

import pytest

from conductatlas.assessment import Assessment, company_named, compose
from conductatlas.assessment.parties import Named, named_in
from conductatlas.catalogue import Severity, load_catalogue, load_prose


@pytest.mark.parametrize(
    ("text", "platform", "company"),
    [
        # A product does not act, however often a text speaks of it.
        ("Facebook, Facebook and Facebook. Meta removes what breaks the rules.", "Facebook", "Meta"),
        ("We remove what breaks the rules.", "Le Chat", "Mistral AI"),
        # A name that begins with that of a company of a group is its product.
        ("GitHub keeps your account. Microsoft is another company.", "GitHub Copilot", "GitHub"),
        ("Microsoft keeps your account.", "Microsoft Copilot", "Microsoft"),
        # A company acts in its own documents, and not in those of its group.
        ("YouTube removes videos. YouTube belongs to Google.", "YouTube", "YouTube"),
        ("Google keeps what you watch on YouTube. Google deletes it.", "YouTube", "Google"),
        ("You post. We remove.", "WhatsApp", "WhatsApp"),
        # Of the names that a company has had, the text's own.
        ("The rules of X. X removes posts.", "Twitter", "X"),
        # No name within another word or an address.
        ("See Xylo, x.com/X and X.example. Twitter removes posts.", "Twitter", "Twitter"),
        # The name of the company as a legal person is its name.
        ('This is a contract with Meta Platforms, Inc. ("Meta Platforms", "we").', "Instagram", "Meta"),
        ('Meta AI is offered by Meta Platforms, Inc. ("Meta", "we").', "Meta AI", "Meta"),
        ("We remove what breaks the rules.", "Larkwell Chat", "Larkwell Chat"),
    ],
)
def test_who_acts_is_a_company(text: str, platform: str, company: str) -> None:
    assert company_named(text, platform) == company


@pytest.mark.parametrize(
    ("text", "platform", "company", "named"),
    [
        ("Children who play on Xbox.", "Microsoft Copilot", "Microsoft", Named(False, ("Xbox",))),
        ("Xbox, Bing and Xbox again.", "Microsoft Copilot", "Microsoft", Named(False, ("Xbox", "Bing"))),
        ("Copilot and Xbox.", "Microsoft Copilot", "Microsoft", Named(True)),
        ("What you ask Claude.", "Claude.ai", "Anthropic", Named(True)),
        ("Your account.", "Claude.ai", "Anthropic", Named(False)),
        ("GitHub keeps it.", "GitHub Copilot", "GitHub", Named(False)),
        ("See facebook.com/Facebook.", "Llama API", "Meta", Named(False)),
        # Where a clause names nothing it is about who acts.
        ("Your account.", "WhatsApp", "WhatsApp", Named(True)),
        ("Your account on Instagram.", "WhatsApp", "WhatsApp", Named(False, ("Instagram",))),
        ("Your account.", "Larkwell Chat", "Larkwell Chat", Named(True)),
        ("Your account.", "Larkwell Chat", "Tidewater", Named(False)),
        ("", "Larkwell Chat", "Tidewater", Named(False)),
    ],
)
def test_what_a_clause_names_is_read_from_its_words(text: str, platform: str, company: str, named: Named) -> None:
    assert named_in(text, platform, company) == named


def _composed(clause_type: str, platform: str, company: str, words: str) -> Assessment:
    kind = load_catalogue()[clause_type]
    assessment = compose(
        kind, load_prose().get(kind.id), kind.severity or Severity.LOW, [], platform, company=company, words=words
    )
    assert assessment is not None
    return assessment


def test_a_promise_for_another_product_is_not_one_of_the_product_that_it_is_filed_under() -> None:
    words = "Xbox's drawing features do not use the data of children for model training."
    written = _composed("ai-no-training-commitment", "Microsoft Copilot", "Microsoft", words)
    assert written.what[-1] == "The products it names include Xbox."
    told = " ".join((*written.what[:-2], *written.impact, *(f"{one.question} {one.answer}" for one in written.faq)))
    assert "Copilot" not in told


def test_the_service_is_named_where_the_clause_names_it() -> None:
    questions = [
        _composed("account-creation", "Claude.ai", "Anthropic", words).faq[-1].question
        for words in ("You need an account.", "You need an account to use Claude.")
    ]
    assert questions == ["Can I use the service without an account?", "Can I use Claude.ai without an account?"]


def test_what_is_reserved_is_said_to_be_the_company_s_only_where_the_clause_reserves_it() -> None:
    of_others = _composed("provider-ip-reserved", "Larkwell", "Larkwell", "Video is licensed under patents.")
    assert "Larkwell" not in " ".join((*of_others.what, *of_others.impact, *of_others.do))
    assert (
        "Such a clause draws the line between what you may use and what stays with its owner."
        in of_others.in_general.impact
    )
    its_own = _composed("provider-ip-reserved", "Larkwell", "Larkwell", "We keep all rights in the service.")
    assert "What the clause reserves you may use only as the terms or the law allow." in its_own.impact
