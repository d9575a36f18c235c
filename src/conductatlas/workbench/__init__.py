"""The workbench: what a team does with the changes of what it watches, and the vendors it answers for."""
