"""A list of names that grows or shrinks is another scope; a name that gives way to another may be a mere renaming."""

import pytest

from conductatlas.changes.names.renaming import Names
from conductatlas.changes.verdicts.differences import Weight, weight_of_edit
from conductatlas.reading import read_markdown

_RULES = "House Rules outline what is allowed on"


def _weight(old: str, new: str) -> Weight:
    names = Names(read_markdown(old), read_markdown(new), [(old, new)])
    return weight_of_edit(old, new, names, in_provision=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"The Larkwell {_RULES} Larkwell.", f"The {_RULES} Larkwell, Finchbook, Wrenpost and Chats."),
        (f"The {_RULES} Larkwell and Finchbook.", f"The Larkwell {_RULES} Larkwell."),
    ],
)
def test_names_that_come_beside_one_that_stays(old: str, new: str) -> None:
    assert _weight(old, new) is Weight.SUBSTANTIVE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"The Larkwell {_RULES} Larkwell.", f"The Finchbook {_RULES} Finchbook."),
        (f"The Larkwell {_RULES} Larkwell and Heron.", f"The {_RULES} Larkwell and Heron Notes."),
    ],
)
def test_names_that_give_way_or_grow_longer(old: str, new: str) -> None:
    assert _weight(old, new) is Weight.EDITORIAL
