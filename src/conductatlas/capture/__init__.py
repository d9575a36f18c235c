"""Capture: fetching the declared pages, and keeping what they brought."""
