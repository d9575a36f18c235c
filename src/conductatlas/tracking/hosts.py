"""What is known of hosts, kept between runs and shared by workers: a host that failed is left alone by all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from conductatlas.capture.fetching import HostState, states_from_values, states_to_values
from conductatlas.records.models import HostState as StoredHostState
from conductatlas.records.models import TrackedDocument


class Hosts:
    """The states of all hosts: `states` is for the fetcher, which keeps it up to date; `save` writes what moved."""

    def __init__(self) -> None:
        self.states: dict[str, HostState] = _stored(StoredHostState.objects.all())
        self._saved = dict(self.states)

    def written_by_others(self, documents: Iterable[TrackedDocument]) -> dict[str, HostState]:
        """What other workers stored since of the hosts of some documents."""
        hosts = {host for tracked in documents for host in hosts_of(tracked)}
        stored = _stored(StoredHostState.objects.filter(host__in=hosts)) if hosts else {}
        return {host: state for host, state in stored.items() if self._saved.get(host) != state}

    def take_over(self, written: Mapping[str, HostState]) -> None:
        """Go on from what others stored; only in the thread of the fetchers, which write meanwhile."""
        for host, state in written.items():
            own = self.states.get(host, HostState())
            self.states[host] = replace(state, next_at=max(own.next_at, state.next_at))
            self._saved[host] = state

    def save(self) -> None:
        """Store the states that differ from those that are stored."""
        # A copy in one step: the fetchers write meanwhile, in their own thread.
        states = dict(self.states)
        moved = {host: state for host, state in states.items() if self._saved.get(host) != state}
        if not moved:
            return
        StoredHostState.objects.bulk_create(
            [StoredHostState(host=host, state=value) for host, value in states_to_values(moved).items()],
            update_conflicts=True,
            unique_fields=["host"],
            update_fields=["state"],
        )
        self._saved.update(moved)


def _stored(rows: Iterable[StoredHostState]) -> dict[str, HostState]:
    return states_from_values({one.host: one.state for one in rows})


def hosts_of(tracked: TrackedDocument) -> set[str]:
    """The hosts that a look at a document asks: those of its sources, and those that led to at the last success."""
    declared = {source["address"] for source in tracked.declaration["sources"]}
    pages = {address for page in tracked.pages for address in (page["address"], page["final_address"])}
    return {tracked.host} | {urlsplit(address).hostname or "" for address in declared | pages}
