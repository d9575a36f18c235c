"""The sentences that came, went and were edited, and which of them say most."""
