"""What a page shows, as values: the same ones feed the page and its JSON."""
