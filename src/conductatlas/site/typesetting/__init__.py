"""Pages and pictures set in type: PDF records and the cards that links to a record are shown with."""

from conductatlas.site.typesetting.typesetter import TypesettingError, set_card, set_paper

__all__ = ["TypesettingError", "set_card", "set_paper"]
