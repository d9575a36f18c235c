"""What is quoted of another platform holds the sentence that states the type, and begins and ends near it."""

from __future__ import annotations

from dataclasses import replace

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.comparison import Clause, Comparison, difference, shown_part
from tests.comparison.clauses import clause

LAW = load_catalogue()["governing-law"]
THIS = clause(1, "The laws of Malta govern any dispute between Larkwell and its guests.", severity=Severity.LOW)
STATED = "The laws of Ireland will govern any dispute between Corvid Mail and its guests."
BIRDS = "Rooks will hear a dispute between Larkwell and its guests. "
LAST = "Feathers found on a sill belong to whoever found them. "


def _stating(text: str, *stated: str) -> Clause:
    """A clause that states its type in some of its sentences, the first of them the surest."""
    parts = tuple((text.index(one), text.index(one) + len(one)) for one in stated)
    return replace(clause(2, text, severity=Severity.LOW), parts=parts, surest=parts[0])


def _quoted(other: Clause, length: int = 200) -> str | None:
    part = shown_part(LAW.id, THIS, Comparison(other, 0.5, difference(LAW, THIS, other)), length)
    return part[0].text if part else None


def test_what_stands_before_the_sentence_is_left_out() -> None:
    assert _quoted(_stating(f"{BIRDS * 2}{STATED} {LAST * 4}", STATED), 240) == STATED


def test_a_sentence_to_which_it_goes_back_stays() -> None:
    goes_back = f"However, {STATED}"
    assert _quoted(_stating(f"{BIRDS * 4}{goes_back}", goes_back)) == f"{BIRDS}{goes_back}"


def test_the_line_that_leads_into_a_list_stays() -> None:
    lead = "If you live on an island, this holds for you:"
    text = f"{BIRDS * 3}\n\n{lead}\n\n* You keep your keys.\n* {STATED}"
    assert _quoted(_stating(text, STATED)) == text[text.index(lead) :]


def test_items_with_titles_of_their_own_that_say_something_else_are_left_out() -> None:
    item = f"- 3. Law. {STATED}"
    others = f"- 4. Perches. No perch is kept for anybody.\n- 5. Rest. The rooks rest at noon.\n- 6. Wind. {BIRDS * 4}"
    text = f"- 2. Towers. The towers are closed at night.\n{item}\n{others}"
    perches = "No perch is kept for anybody."
    assert _quoted(_stating(text, STATED, perches)) == item


def test_items_under_one_line_stay_together() -> None:
    stated = "The laws of Ireland will govern any dispute about:"
    quoted = _quoted(
        _stating(
            f"{BIRDS * 3}\n\n{stated}\n- letters that guests will write;\n- towers that they may visit.\n\n{BIRDS * 4}",
            stated,
        )
    )
    assert quoted is not None
    assert quoted.endswith("- towers that they may visit.")


def test_a_clause_of_which_no_sentence_states_the_type_by_itself_is_quoted_whole_or_not_at_all() -> None:
    other = _stating(f"{STATED} {BIRDS * 4}", STATED)
    assert _quoted(other) is not None
    assert _quoted(replace(other, by_itself=False)) is None
    assert _quoted(replace(other, by_itself=False), 400) == other.text


def test_a_quotation_that_lacks_the_sentence_is_not_shown() -> None:
    told = _stating(f"{STATED} {BIRDS * 8}{LAST}", LAST)
    assert _quoted(told, 100) is None
