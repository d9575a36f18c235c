"""Advice and questions do not name, as another document, one of the kind in which the clause stands."""

from __future__ import annotations

from conductatlas.assessment import Answer, Assessment, Harshness, InGeneral, without_own_kind

_COMPARE = "Compare the age here with the privacy policy."
_QUOTES = "It says: “as our privacy policy tells”."
_ASK = "Ask for the age."


def test_only_what_sends_to_the_document_itself_is_left_out() -> None:
    found = Assessment(
        *((), (), Harshness.USUAL),
        do=(_COMPARE, _ASK, _QUOTES),
        questions=(_COMPARE,),
        diligence=(_ASK,),
        watch=(),
        faq=(Answer("How old?", (_COMPARE,)), Answer("Why?", (_ASK, _COMPARE))),
        related=(),
        method="",
        in_general=InGeneral(do=(_ASK, _COMPARE)),
    )
    assert without_own_kind(found, "Terms of Service") == found
    kept = without_own_kind(found, "Privacy Policy (German)")
    assert (kept.do, kept.questions, kept.diligence) == ((_ASK, _QUOTES), (), (_ASK,))
    assert kept.in_general.do == (_ASK,)
    assert kept.faq == (Answer("Why?", (_ASK,)),)
