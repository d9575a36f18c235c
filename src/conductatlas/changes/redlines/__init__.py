"""What differs between two texts, word by word, as a reader can follow it."""
