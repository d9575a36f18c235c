"""Names in a text, and names that gave way to others: companies, products, terms, contacts."""
