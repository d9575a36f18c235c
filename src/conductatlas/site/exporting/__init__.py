"""Reports as files: CSV, XLSX, and the values of the PDF."""

from conductatlas.site.exporting.audit import COLUMNS, audit_paper, audit_workbook, cells_of, csv_lines

__all__ = ["COLUMNS", "audit_paper", "audit_workbook", "cells_of", "csv_lines"]
