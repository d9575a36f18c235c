"""What a change of a provision does: to its facts, its grade, and to whom it is good."""
