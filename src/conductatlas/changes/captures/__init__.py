"""Whether a recorded text can be taken for the next version of its document, and since when it says that it applies."""
