"""How much the difference between two versions matters: substantive, editorial or technical."""
