"""What single words and sentences say, of whichever text they are: the words that differ, and those that matter."""
