"""Which block of one text is which of the next, and what still stands although no block of it does."""
