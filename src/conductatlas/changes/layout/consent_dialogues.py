"""A dialogue on cookies that was captured with the text: from its greeting to its last row of buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_BUTTON = (
    r"(?:(?:only )?(?:customi[sz]e|accept|reject|allow|deny|decline|refuse|save|confirm|manage)"
    r"(?: ?(?:all|my|your|selected|selection|settings|preferences|choices?|cookies|data|essential|optional))* ?)"
)
# 'Customise Reject All Accept All', in small letters.
_BUTTONS = re.compile(f"{_BUTTON}{{1,8}}")
_SEVERAL_BUTTONS = re.compile(f"{_BUTTON}{{2,8}}")
_ALL_OR_NONE = re.compile(r"\b(?:accept|reject|decline|deny|allow|refuse) ?all\b")
_GREETING = re.compile(
    r"we value your privacy|(?:[\w']+ ){0,6}uses? (?:\w+ ){0,3}cookies?\b.*|please note that your choices apply\b.*"
)
# Under each purpose of a long dialogue stands how many of those who deal in adverts ask for consent.
_ASKING = re.compile(r"number of vendors seeking consent\b.*")
_FEWEST_ASKING, _MOST_BETWEEN_ASKING = 3, 15
_MAKER = re.compile(r"powered by\b.*")
# The rows of one dialogue stand so near to each other, with texts on kinds of cookies between them.
_MOST_BLOCKS_BETWEEN, _LONGEST_BLOCK = 40, 100
_LONGEST_GREETING, _MOST_GREETINGS = 80, 3
_SHORTEST_SENTENCE, _SENTENCES_ON_COOKIES = 8, 0.75


def is_row_of_buttons(line: str) -> bool:
    """Whether the words of a block, in small letters, are names of buttons of such a dialogue and nothing else."""
    return _BUTTONS.fullmatch(line) is not None


def answers(lines: Sequence[str]) -> bool:
    """Whether of some blocks one is a row of two buttons or more, or two are one each."""
    return any(map(_SEVERAL_BUTTONS.fullmatch, lines)) or sum(map(is_row_of_buttons, lines)) > 1


def is_on_cookies(lines: Sequence[str]) -> bool:
    """Whether some blocks have a sentence, and nearly all that they have speak of cookies."""
    sentences = [line for line in lines if line.count(" ") >= _SHORTEST_SENTENCE - 1]
    return sum("cookie" in line for line in sentences) >= max(1, _SENTENCES_ON_COOKIES * len(sentences))


def consent_dialogues(rows: Sequence[int], lines: Sequence[str]) -> Iterator[range]:
    """The runs of blocks that are each such a dialogue.

    One has a row of nothing but buttons at its head and one at its end, one of which takes or leaves all, and between
    them hardly a sentence that is not about cookies, but for purposes under each of which stands how many ask for
    consent to it. A single row of buttons is none, and neither is a policy on cookies that explains what can be chosen.

    Args:
        rows: the ordinals of the blocks that are rows of buttons, ascending.
        lines: the words of each block, in small letters, with a space between each two.
    """
    for first, last in pairwise(rows):
        between = _ahead_of_purposes(lines[first + 1 : last])
        if len(between) > _MOST_BLOCKS_BETWEEN or any(line.count(" ") >= _LONGEST_BLOCK for line in between):
            continue
        takes_all = _ALL_OR_NONE.search(lines[first]) or _ALL_OR_NONE.search(lines[last])
        if takes_all and is_on_cookies(between):
            yield range(_greeting(lines, first), _end(lines, last))


def _ahead_of_purposes(between: Sequence[str]) -> Sequence[str]:
    """What stands ahead of the first purpose whose vendors are counted, where only such follow, or else all."""
    asking = [place for place, line in enumerate(between) if _ASKING.fullmatch(line)]
    near = all(later - one <= _MOST_BETWEEN_ASKING for one, later in pairwise([*asking, len(between)]))
    return between[: asking[0]] if len(asking) >= _FEWEST_ASKING and near else between


def _greeting(lines: Sequence[str], row: int) -> int:
    """The first block of what greets the reader right above a row of buttons; the row itself where nothing does."""
    first = row
    for ordinal in range(row - 1, max(row - 1 - _MOST_GREETINGS, -1), -1):
        line = lines[ordinal]
        if line.count(" ") >= _LONGEST_GREETING or (line and not _GREETING.fullmatch(line)):
            break
        first = ordinal
    return first


def _end(lines: Sequence[str], row: int) -> int:
    """One past the last block: the maker of the dialogue may be named under its buttons."""
    named = row + 1 < len(lines) and _MAKER.fullmatch(lines[row + 1])
    return row + 2 if named else row + 1
