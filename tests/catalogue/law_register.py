"""An invented register of laws for tests."""

from __future__ import annotations

from pathlib import Path

from conductatlas.catalogue import LawRegister, load_laws

LAWS = """\
laws:
  - id: river-act
    title: River Act
    citation: Act 12 of 2020
    jurisdiction: EU
    address: https://law.example/river
    in_force_since: 2020-05-25
    until: null
    provisions:
      - ref: Article 7
        says: Data are sold only with consent.
        verified: {source: https://law.example/river/7, on: 2026-01-05, kind: official}
        speaks_to:
          - {type: data-sale, how: conditions, why: A sale without consent is out of bounds.}
          - {type: deletion-right, how: requires, why: The right is given by the act itself.}
      - ref: Article 9
        says: Not read by anybody yet.
        verified: null
        speaks_to:
          - {type: data-sale, how: forbids, why: Hidden.}
  - id: lake-act
    title: Lake Act
    citation: 1 L.A. 2
    jurisdiction: US-CA
    address: https://law.example/lake
    in_force_since: 2027-01-01
    provisions:
      - ref: section 2
        says: Data of children are not sold.
        verified: {source: https://law.example/lake/2, on: 2026-01-05, kind: official}
        speaks_to:
          - {type: data-sale, how: forbids, why: A sale of the data of children is forbidden.}
  - id: old-act
    title: Old Act
    citation: Act 1 of 1990
    jurisdiction: UK
    address: https://law.example/old
    in_force_since: 1990-01-01
    until: 2019-12-31
    provisions:
      - ref: section 1
        says: It is over.
        verified: {source: https://law.example/old/1, on: 2026-01-05, kind: official}
        speaks_to:
          - {type: data-sale, how: forbids, why: It was forbidden.}
"""
AGENCIES = """\
agencies:
  - id: river-board
    name: River Board
    jurisdiction: EU
    remit: It enforces the River Act.
    complaint: https://board.example/complain
    laws: [river-act, old-act]
    verified: {source: https://board.example/about, on: 2026-01-05, kind: official}
  - id: lake-board
    name: Lake Board
    jurisdiction: US-CA
    remit: It enforces the Lake Act.
    complaint: https://lake.example/complain
    laws: [lake-act]
    verified: null
"""


def write_register(folder: Path, laws: str = LAWS, agencies: str = AGENCIES) -> LawRegister:
    """Read a register from texts, by way of files in a folder."""
    law_file, agency_file = folder / "laws.yaml", folder / "agencies.yaml"
    law_file.write_text(laws, encoding="utf-8")
    agency_file.write_text(agencies, encoding="utf-8")
    return load_laws(law_file, agency_file)
