"""Accounts: who uses the site, together with whom, on which plan, and what each plan opens."""
