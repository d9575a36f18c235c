"""Which provisions of a law bear on the words of a clause."""

from __future__ import annotations

from conductatlas.catalogue import load_laws


def refs_bearing_on(law: str, clause_type: str, words: str) -> set[str]:
    """The references of the provisions of a law of the register that bear on the words of a clause of a type."""
    found = load_laws().law(law)
    assert found is not None
    return {
        part.ref
        for part in found.provisions
        for one in part.speaks_to
        if one.clause_type == clause_type and one.bears_on(words)
    }
