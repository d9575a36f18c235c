"""What a fetch brought: the seam between getting pages and reading them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answer to one request, after redirects, with its bytes decompressed.

    `address` is what was asked for, `final_address` what answered. `headers` are in the order in which they came.
    `content_type` is the value of that header, with its parameters, empty where there was none.
    `rendered`: the bytes are the page as a browser shows it after its scripts ran, in UTF-8.
    """

    address: str
    final_address: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    content_type: str
    fetched_at: datetime
    rendered: bool = False
