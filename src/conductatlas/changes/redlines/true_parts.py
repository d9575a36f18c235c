"""Which blocks redlines show as one that was edited, and which as parts of a larger one.

Blocks that share no more than a title are none: the one went, the other came. A block is taken for a part of a larger
one whose words have its own in their order. In a table of thousands of words any sentence is, one that a text says
again elsewhere came out of none, and what stands apart from the rest of its larger one is shown where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conductatlas.changes.aligning.alignment import Alignment, Edge
from conductatlas.changes.language.words import ENDS_SENTENCE, hashed_runs
from conductatlas.reading import BlockKind, Document

# A block went into another one where this share of its runs of so many words stands there.
_RUN, _MOST = 4, 0.5
# What is no sentence is a part where so much of the larger one is made of such parts.
_MADE_OF_PARTS = 0.5
# Fewer words are a title's, which many blocks share: an entry of a menu, the head of a section, of a summary of it.
_FEWEST_OF_TEXT = 8
# Titles elsewhere are one from this likeness on.
_LIKE_ELSEWHERE = 0.8
_NUMBER_AHEAD = re.compile(r"\A(?:\d+(?:\.\d+)*|[a-z]|[ivx]{1,5}) (?=\S)")
# So much alike are two at most that are not the same to the word.
_MOST_ALIKE = 0.99


def with_true_parts(old: Document, new: Document, alignment: Alignment) -> Alignment:
    """An alignment without pairs of mere titles, and without untrue parts; a block that is in no other came or went."""
    known = [edge for edge in alignment.edges if not edge.part]
    same = [edge for edge in known if edge.likeness == 1.0]
    pairs = [edge for edge in known if not _share_a_title(edge, old, new) or _is_renumbered(edge, same, old, new)]
    parts = [edge for edge in alignment.edges if edge.part and not _are_titles(edge, old, new)]
    pairs += _titles_left(alignment, pairs, old, new)
    whole_of_old, whole_of_new = {edge.old: edge.new for edge in pairs}, {edge.new: edge.old for edge in pairs}
    # By the larger block of each, whose place is that of a new or of an old one.
    in_new: dict[int, list[Edge]] = {}
    in_old: dict[int, list[Edge]] = {}
    for edge in parts:
        lengths = len(old.word_lines[edge.old]), len(new.word_lines[edge.new])
        of_old = edge.new not in whole_of_new and (edge.old in whole_of_old or lengths[0] > lengths[1])
        (in_old if of_old else in_new).setdefault(edge.old if of_old else edge.new, []).append(edge)
    true: list[Edge] = []
    for whole, some in in_new.items():
        true += _true_parts(some, [edge.old for edge in some], old, new.word_lines[whole], whole_of_new.get(whole))
    for whole, some in in_old.items():
        true += _true_parts(some, [edge.new for edge in some], new, old.word_lines[whole], whole_of_old.get(whole))
    return with_edges(alignment, [*pairs, *true])


def with_edges(alignment: Alignment, edges: Sequence[Edge]) -> Alignment:
    """An alignment with other edges; a block that no edge has any more came or went, one that has one did not."""
    has_old, has_new = {edge.old for edge in edges}, {edge.new for edge in edges}
    olds = {*alignment.removed, *(edge.old for edge in alignment.edges)} - has_old
    news = {*alignment.added, *(edge.new for edge in alignment.edges)} - has_new
    in_order = tuple(sorted(set(edges), key=lambda edge: (edge.new, edge.old)))
    return replace(alignment, edges=in_order, removed=tuple(sorted(olds)), added=tuple(sorted(news)))


def _titles_left(alignment: Alignment, pairs: Sequence[Edge], old: Document, new: Document) -> list[Edge]:
    """The likest pairs of titles that are in no other pair, and in their place among the others.

    None of two titles is a part of the other one.
    """
    taken = {edge.old for edge in pairs}, {edge.new for edge in pairs}
    found: list[Edge] = []
    titles = [edge for edge in alignment.edges if edge.part and _are_titles(edge, old, new)]
    for edge in sorted(titles, key=lambda edge: (-edge.likeness, edge.old, edge.new)):
        pair = edge._replace(part=False, likeness=min(edge.likeness, _MOST_ALIKE))
        if (
            edge.likeness >= _LIKE_ELSEWHERE
            and edge.old not in taken[0]
            and edge.new not in taken[1]
            and not _share_a_title(pair, old, new)
            and _is_in_place(edge, pairs)
        ):
            found.append(pair)
            taken[0].add(edge.old)
            taken[1].add(edge.new)
    return found


def _is_renumbered(edge: Edge, same: Sequence[Edge], old: Document, new: Document) -> bool:
    """Whether two titles differ in the number ahead of them alone, and stand between the same two other blocks.

    Each text has it once: a table of contents has it too.
    """
    title = _unnumbered(old.word_lines[edge.old])
    if edge.moved or title != _unnumbered(new.word_lines[edge.new]) or not _is_in_place(edge, same):
        return False
    return all(sum(title == _unnumbered(line) for line in one.word_lines) == 1 for one in (old, new))


def _unnumbered(line: str) -> str:
    return _NUMBER_AHEAD.sub("", line, count=1)


def _is_in_place(edge: Edge, pairs: Sequence[Edge]) -> bool:
    """Whether the blocks of an edge stand between the same two others that did not move."""
    stayed = [one for one in pairs if not one.moved]
    above = max((one for one in stayed if one.old < edge.old), key=lambda one: one.old, default=None)
    below = min((one for one in stayed if one.old > edge.old), key=lambda one: one.old, default=None)
    return (above is None or above.new < edge.new) and (below is None or edge.new < below.new)


def _are_titles(edge: Edge, old: Document, new: Document) -> bool:
    """Whether both of two blocks are as short as titles, and end as no sentence does."""
    return all(
        one.word_counts[place] < _FEWEST_OF_TEXT and not one.visible[place].endswith(ENDS_SENTENCE)
        for one, place in ((old, edge.old), (new, edge.new))
    )


def _share_a_title(edge: Edge, old: Document, new: Document) -> bool:
    """Whether two blocks that are not the same are titles of which one stands in a list, or somewhere else."""
    if edge.likeness == 1.0 or min(old.word_counts[edge.old], new.word_counts[edge.new]) >= _FEWEST_OF_TEXT:
        return False
    if any(one.visible[place].endswith(ENDS_SENTENCE) for one, place in ((old, edge.old), (new, edge.new))):
        return False
    kinds = [one.blocks[place].kind for one, place in ((old, edge.old), (new, edge.new))]
    of_a_list = [kind is BlockKind.LIST_ITEM for kind in kinds]
    return of_a_list[0] != of_a_list[1] or (edge.moved and edge.likeness < _LIKE_ELSEWHERE)


def _true_parts(
    edges: Sequence[Edge], blocks: Sequence[int], document: Document, whole: str, partner: int | None
) -> list[Edge]:
    """Those of the edges to a larger block, each with its block of a document, that stand for parts of it."""
    other = "" if partner is None else document.word_lines[partner]
    lines = dict(zip(blocks, (document.word_lines[block] for block in blocks), strict=True))
    made_of = sum(line.count(" ") + 1 for line in {*lines.values(), other} - {""})
    says_all = made_of >= _MADE_OF_PARTS * (whole.count(" ") + 1)
    true = {
        block
        for block, line in lines.items()
        # What the whole had as often without it neither came out of it nor went into it.
        if _stands(line, whole)
        and _times(line, other) < max(1, _times(line, whole))
        and (says_all or document.visible[block].endswith(ENDS_SENTENCE))
    }
    near = _side_by_side(true if partner is None else {*true, partner}, partner, document)
    return [edge for edge, block in zip(edges, blocks, strict=True) if block in true & near]


def _side_by_side(blocks: set[int], of_them: int | None, document: Document) -> set[int]:
    """Of some blocks those that stand side by side: with the one that is given, else the longest run of them."""
    runs: list[list[int]] = []
    for block in sorted(blocks):
        if runs and not any(document.word_lines[runs[-1][-1] + 1 : block]):
            runs[-1].append(block)
        else:
            runs.append([block])
    longest: list[int] = max(runs, key=lambda run: (of_them in run, len(run)), default=[])
    return set(longest)


def _stands(part: str, whole: str) -> bool:
    if _times(part, whole):
        return True
    runs = list(hashed_runs(part.split(), _RUN))
    held = frozenset(hashed_runs(whole.split(), _RUN))
    return bool(runs) and sum(run in held for run in runs) >= _MOST * len(runs)


def _times(part: str, whole: str) -> int:
    return f" {whole} ".count(f" {part} ")
