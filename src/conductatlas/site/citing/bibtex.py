"""Citations as BibTeX."""

from __future__ import annotations

from conductatlas.site.citing.cited import AUTHOR, Cited

# Braces by name: BibTeX counts a brace even after a backslash, and an odd one would swallow the rest of the file.
_SPECIAL = {character: f"\\{character}" for character in "&%$#_"} | {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}


def bibtex(cited: Cited) -> str:
    """A `@misc` entry, in UTF-8; `url` and `urldate` are fields of BibLaTeX that older styles pass over.

    After the BibTeX manual (Patashnik, 1988) and that of the biblatex package, section 2.1.1 (@online and @misc).
    """
    fields = {
        "author": f"{{{AUTHOR}}}",
        "title": _tex(cited.full_title),
        "year": str(cited.recorded.year) if cited.recorded else "",
        "note": _tex(cited.note),
        "url": _verbatim(cited.address),
        "urldate": cited.accessed.isoformat(),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{cited.key},\n{lines}}}\n"


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(character, character) for character in text)


def _verbatim(address: str) -> str:
    """An address as it is: the field is read without TeX's commands, so only braces would break it."""
    return address.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
