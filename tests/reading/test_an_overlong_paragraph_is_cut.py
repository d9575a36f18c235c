"""A contract that a page wrote into one line is read section by section, and what is cut stays where it stood."""

from conductatlas.reading import BlockKind, read_markdown

_FILLER = "Larkwell keeps the service running and tells members of faults in good time. " * 12
_SECTIONS = [f"{number}\\. Section {number}.{_FILLER.strip()}" for number in range(1, 9)]
_LINE = "".join(_SECTIONS)


def test_a_line_of_several_sections_is_cut_before_each_and_at_sentences() -> None:
    document = read_markdown(f"Terms\n=====\n\n{_LINE}\n")
    shown = [document.source(one) for one in range(1, len(document.blocks))]
    assert "".join(shown).replace(" ", "") == _LINE.replace(" ", "")
    assert len([one for one in document.visible if ". Section " in one]) == len(_SECTIONS)
    assert max(map(len, document.visible)) < 1200
    assert {block.kind for block in document.blocks[1:]} == {BlockKind.PARAGRAPH}
    assert {block.heading for block in document.blocks[1:]} == {0}


def test_an_edit_in_one_section_moves_no_cut_in_another() -> None:
    edited = _LINE.replace("3\\. Section 3.", "3\\. Section 3. Members may ask for a copy of the log. ", 1)
    before, after = (read_markdown(one).visible for one in (_LINE, edited))
    assert 1 <= len(set(after) - set(before)) <= 2


def test_nothing_is_cut_within_a_link_or_an_item_that_is_no_sentence() -> None:
    link = f"[the policy](https://example.org/{'a' * 30}.Policies.Html)"
    line = ("For all of this see " + link + " and the list of Fig. B in the annex, which tells more, ") * 40
    assert read_markdown(line).visible == (read_markdown(line).visible[0],)


def test_a_paragraph_of_usual_length_stays_one() -> None:
    assert len(read_markdown(" ".join(_SECTIONS[:3])).blocks) == 1
