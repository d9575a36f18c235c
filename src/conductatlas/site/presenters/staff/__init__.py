"""What the operators' pages show."""
