"""Lists that are too long for one page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of a list this is: pages are numbered from 1, and there is always at least one."""

    page: int
    pages: int
    total: int
    per_page: int

    @property
    def offset(self) -> int:
        """How many entries stand before this page."""
        return (self.page - 1) * self.per_page

    @property
    def previous(self) -> int | None:
        """The number of the page before, if any."""
        return self.page - 1 if self.page > 1 else None

    @property
    def next(self) -> int | None:
        """The number of the page after, if any."""
        return self.page + 1 if self.page < self.pages else None


def paging(page: int, total: int, per_page: int) -> Paging:
    """Place a page number among the pages that there are: one that is too large becomes the last."""
    pages = max(1, -(-total // per_page))
    return Paging(min(max(page, 1), pages), pages, total, per_page)
