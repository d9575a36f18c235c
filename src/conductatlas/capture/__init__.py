"""From an address to a text: declarations, fetching, extraction, snapshots, and when to look again."""
