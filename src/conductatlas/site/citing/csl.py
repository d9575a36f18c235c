"""Citations as CSL-JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from conductatlas.site.citing.cited import AUTHOR, Cited


def csl_json(cited: Cited) -> str:
    """A list of one `webpage`, after the input data of the Citation Style Language 1.0.2 (`csl-data.json`)."""
    item: dict[str, Any] = {
        "id": cited.key,
        "type": "webpage",
        "author": [{"literal": AUTHOR}],
        "title": cited.full_title,
        "container-title": AUTHOR,
        "URL": cited.address,
        "accessed": _date(cited.accessed),
    }
    if cited.recorded:
        item["issued"] = _date(cited.recorded)
    if cited.note:
        item["note"] = cited.note
    # A field a line: what `indent` makes of dates would be longer than all the rest.
    fields = (f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in item.items())
    return "[{\n" + ",\n".join(fields) + "\n}]\n"


def _date(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}
