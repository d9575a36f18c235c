"""Citations of records, in the forms that people paste and in those that reference managers read."""

from conductatlas.english import one_line
from conductatlas.site.citing.cited import Cited
from conductatlas.site.citing.forms import FORMS, Form, form_of

__all__ = ["FORMS", "Cited", "Form", "form_of", "one_line"]
