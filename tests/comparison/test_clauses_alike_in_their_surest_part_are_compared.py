"""Two clauses are set side by side where the sentences that surest state their type are alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.comparison import Clause, choose, shown_part
from conductatlas.comparison.differences import difference
from tests.comparison.clauses import clause

CHECKS = load_catalogue()["rights-limits"]
ASKS = "We may ask for information to verify your identity before we process your request."
VERIFIES = "We may need to verify your identity before processing your request."
BEFORE = (
    "Write to the privacy desk in Larkwell harbour, name the account, the country and the month, and enclose a copy of "
    "the invoice or the receipt that the shop printed.\n\n"
)
AFTER = (
    "\n\nAn agent who writes for somebody else encloses a signed power of attorney, a postal address and the telephone "
    "number under which the ferry office can be reached on weekdays, and lists each tidewater berth, crane and locker."
)

CELLAR = (
    "The quartermaster archives weather reports, tide tables, crew rosters, fuel ledgers and customs declarations in "
    "sealed crates beneath the lighthouse stairs, where volunteers catalogue them each winter."
)


def _stating(one: Clause, words: str) -> Clause:
    """The clause with what surest states its type marked, as reading it does."""
    start = one.text.index(words)
    part = (start, start + len(words))
    return replace(one, surest=part, parts=(part,))


def _with_part(one: Clause, words: str) -> Clause:
    """The clause with one more part that states its type, though less surely."""
    start = one.text.index(words)
    return replace(one, parts=(*one.parts, (start, start + len(words))))


THIS = _stating(clause(1, ASKS), ASKS)
LONG = _stating(clause(2, BEFORE + VERIFIES + AFTER), VERIFIES)


def test_a_long_clause_is_shown_where_its_surest_sentence_says_the_like() -> None:
    (found,) = choose(CHECKS, THIS, [LONG]).telling
    part = shown_part(CHECKS.id, THIS, found, 300)
    assert found.by_part
    assert part is not None and VERIFIES in part[0].text


def test_a_few_words_in_common_are_not_enough() -> None:
    agent = (
        "Whoever files a request for information through an agent encloses the power of attorney, a notary's seal, the "
        "berth number, an identity card and postal addresses, and asks the harbour office to verify it before noon."
    )
    other = _stating(clause(2, BEFORE + agent + AFTER), agent)
    assert choose(CHECKS, THIS, [other]).telling == ()


def test_what_is_nearer_to_the_surest_sentence_goes_first() -> None:
    whole = clause(
        3,
        "To verify your identity before we process your request, we may ask for some information, such as an invoice "
        "of the harbour, a berth number or the names of the crew that signed the last ferry manifest.",
    )
    found = choose(CHECKS, THIS, [LONG, _stating(whole, whole.text)]).telling
    assert [one.clause.record for one in found] == [2, 3]


def test_a_row_of_a_table_is_not_quoted_without_its_head() -> None:
    table = clause(2, f"| Request | What we do |\n| --- | --- |\n| Access | {VERIFIES} |\n| Berth | {AFTER.strip()} |")
    row = f"Access | {VERIFIES}"
    assert choose(CHECKS, THIS, [_stating(table, row)]).telling == ()


def test_of_two_definitions_a_few_words_in_common_are_their_form() -> None:
    this = clause(1, "“Verified request” means a request of which we could verify the identity behind it.")
    other = clause(2, f"“Agent” means whoever can verify the identity behind a request. {BEFORE}{AFTER}")
    marked = _stating(other, other.text.partition(". ")[0])
    assert choose(CHECKS, _stating(this, this.text), [marked]).telling == ()


def test_what_differs_elsewhere_in_it_is_not_told() -> None:
    kept = "We keep booking records and messages for as long as the purposes of this notice require."
    days = "We delete logs after {} days."
    text = f"{kept} {days.format(30)} {CELLAR.partition(', where')[0]}."
    this = _with_part(_stating(clause(1, text), kept), days.format(30))
    other = _with_part(_stating(clause(2, f"{BEFORE}{kept}{AFTER}\n\n{days.format(90)}"), kept), days.format(90))
    retention = load_catalogue()["retention-period"]
    assert difference(retention, this, other).told
    (found,) = choose(retention, this, [other]).telling
    assert found.by_part
    assert found.difference.told == ()


def test_a_part_that_is_not_the_surest_one_may_be_the_like_of_it() -> None:
    other = _with_part(_stating(clause(2, BEFORE + VERIFIES + AFTER), BEFORE.strip()), VERIFIES)
    (found,) = choose(CHECKS, THIS, [other], quoted=lambda one: VERIFIES).telling
    part = shown_part(CHECKS.id, THIS, found, 300)
    assert part is not None and VERIFIES in part[0].text


def test_the_very_same_sentence_is_compared_though_its_words_are_common() -> None:
    account = load_catalogue()["account-creation"]
    common = "You may have to use our service with an account."
    this = _stating(clause(1, common), common)
    other = _stating(clause(2, f"{common}{AFTER}"), common)
    assert choose(account, this, [other]).telling


def test_a_word_is_no_sentence() -> None:
    link = _stating(
        clause(1, "[Cookies](https://larkwell.example/cookies)"), "[Cookies](https://larkwell.example/cookies)"
    )
    said = "Cookies. A cookie is a small file that your browser keeps."
    other = _stating(clause(2, f"{said}{AFTER}"), "Cookies.")
    assert choose(load_catalogue()["cookies-and-trackers"], link, [other]).telling == ()


@pytest.mark.parametrize(
    "title", ["Checks. ", "**Who asks is checked.** ", "*   **On requests of guests from other harbours**. "]
)
def test_a_title_is_read_with_the_sentence_behind_it(title: str) -> None:
    one = _stating(clause(1, f"{title}{ASKS} {CELLAR}"), title)
    assert one.text[slice(*one.surest_span)] == f"{title}{ASKS} "
    alone = _stating(clause(1, title), title)
    assert alone.text[slice(*alone.surest_span)] == title
