"""The pages of the workbench: inbox, vendors, board, timeline, regulations, audit report."""
