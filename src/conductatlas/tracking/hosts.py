"""What is known of hosts, kept between runs: a host that failed is left alone after a restart too."""

from __future__ import annotations

from conductatlas.capture.fetching import HostState, states_from_values, states_to_values
from conductatlas.records.models import HostState as StoredHostState


class Hosts:
    """The states of all hosts: `states` is for the fetcher, which keeps it up to date; `save` writes what moved."""

    def __init__(self) -> None:
        stored = {one.host: one.state for one in StoredHostState.objects.all()}
        self.states: dict[str, HostState] = states_from_values(stored)
        self._saved = dict(self.states)

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
