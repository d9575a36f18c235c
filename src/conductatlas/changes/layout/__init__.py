"""How a recorded text is laid out: titles, lists, tables, notes, and the page around it."""
