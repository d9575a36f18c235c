"""A page that came: the seam between fetching pages and reading them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Answer(Protocol):
    """What reading needs to know of an answer to a request, whoever fetched or stored it.

    `address` is what was asked for, `final_address` what answered, after redirects. `body` are the bytes decompressed,
    `content_type` the value of that header with its parameters, empty where there was none.
    """

    @property
    def address(self) -> str: ...
    @property
    def final_address(self) -> str: ...
    @property
    def status(self) -> int: ...
    @property
    def content_type(self) -> str: ...
    @property
    def body(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Page:
    """An answer that was not just fetched: a file, or a snapshot from an archive."""

    address: str
    body: bytes
    content_type: str = ""
    status: int = 200
    final_address: str = ""
