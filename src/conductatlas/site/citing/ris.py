"""Citations as RIS."""

from __future__ import annotations

from conductatlas.site.citing.cited import AUTHOR, Cited


def ris(cited: Cited) -> str:
    """A web page (`ELEC`) after the RIS specification of 2011: one tag a line, lines that end with CR LF.

    A value holds no line break, as all texts of what is cited are one line.
    """
    tags = [
        ("TY", "ELEC"),
        ("ID", cited.key),
        ("AU", AUTHOR),
        ("TI", cited.full_title),
        ("PB", AUTHOR),
        ("PY", f"{cited.recorded:%Y}" if cited.recorded else ""),
        ("DA", f"{cited.recorded:%Y/%m/%d}" if cited.recorded else ""),
        ("Y2", f"{cited.accessed:%Y/%m/%d}"),
        ("UR", cited.address),
        ("N1", cited.note),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in tags if value or tag == "ER")
