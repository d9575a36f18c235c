"""By which way one asks or reads, what a company is called now, and letters that were lost are a matter of letters."""

from __future__ import annotations

import pytest

from conductatlas.changes import Verdict, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TERMS = """\
# Terms of Service

You may not sell your account. Corvid may close it at any time, and you must log into it once a year.

If you want to opt out, please submit a request via our website contact form, and we must answer it.

To opt out you may visit our Do Not Sell My Personal Information page, or else you agree to be shown advertising.

You agree that Corvid Paddles OÜ (registry code 12417834, 12 Quay Street) may end your account.

Payments are taken by Corvid Pay. You must not have Corvid Pay charge another person.

The charges of Corvid Docs are due at once, and no fee is refunded.

Please make sure that you follow these rules, or we may close your account.

Corvid ("Corvid" or "we") may suspend anyone who breaks the rules, such as those on spam.

The number of requests to delete that we received and complied with in 2023 was 194, which we must tell by law.

You may call 1-855-944-29611-855-944-2961 if you want a refund, which we may refuse.

Notices of claims must be sent to Corvid, 12 rue Charlot, 75003 Paris, or they have no effect.

You agree to the rules on harbours, which are at https://corvid.example/harbours and bind you.

Further information can be found in this Help Center article. You may appeal within 30 days.

You may reach the officer who decides on an appeal:

* by writing to Raven at 12 Quay Street, Lower Town
* by the form in your account, after which we must answer
"""


def _verdict(replaced: str, by: str) -> Verdict:
    assert replaced in _TERMS
    return compare(default_finder(), read_markdown(_TERMS), read_markdown(_TERMS.replace(replaced, by))).verdict


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("log into it", "sign in to it"),
        ("via our website contact form", "by emailing help@corvid.example"),
        ("Do Not Sell My Personal Information", "Do Not Sell or Share My Information"),
        ("you may visit our Do Not Sell My Personal Information page", "you may click here"),
        ("Corvid Paddles OÜ (registry code 12417834,", "Corvid Oars OÜ (registry code 14532901,"),
        ("Corvid Docs are", "Corvid Papers (formerly Corvid Docs) are"),
        ("make sure that you follow", "be sure to follow"),
        ('("Corvid" or "we")', '("Corvid", "we", "us" or "our")'),
        ("such as those on spam", "like those on spam"),
        ("in 2023 was 194", "in 2024 was 401"),
        ("1-855-944-29611-855-944-2961", "1-866-445-80841-866-445-8084"),
        ("12 rue Charlot, 75003 Paris", "26 boulevard Vignon, 75009 Paris"),
        ("at https://corvid.example/harbours and", "where Corvid lies at anchor and"),
        ("found in this Help Center article", "found here"),
        ("by writing to Raven at 12 Quay Street, Lower Town", "by writing to Raven at 7 Mill Lane, Upper Town"),
        ("via our website contact form", "to our Data Protection Officer via the contact form"),
        ("You may not sell", "YYou may not sell"),
        ("You agree that", "ou agree that"),
        ("Corvid Pay charge", "Corvid Pay PAY charge"),
        ("close your account", "close you account"),
        ("received and complied", "have received and complied"),
        ("the rules on harbours", "the r\N{REPLACEMENT CHARACTER}les on harbours"),
        (
            "You may appeal",
            "Other updates We're updating this policy. The updates go into effect on 7 April 2025. You may appeal",
        ),
    ],
)
def test_such_differences_are_editorial(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.EDITORIAL


@pytest.mark.parametrize(
    "added",
    [
        "Review the previous version of this page.",
        "Pour consulter la version précédemment en vigueur des conditions générales, cliquez ici.",
        "Hier finden Sie die bisherige Fassung.",
        "Click here to view our current Privacy Policy.",
        "We are in the process of updating our terms. The new ones can be found here.",
        "By post at Raven, 12 Quay Street, Lower Town",
        "Visit the Kestrel Disclosures page to read more that is required under the laws of Kestrel.",
    ],
)
def test_where_other_versions_are_and_whom_to_write_to_is_editorial(added: str) -> None:
    new = read_markdown(f"{_TERMS}\n{added}\n")
    assert compare(default_finder(), read_markdown(_TERMS), new).verdict is Verdict.EDITORIAL


def test_a_name_that_gave_way_to_a_longer_one_wherever_it_stood_is_editorial() -> None:
    assert _verdict("Corvid Pay", "Corvid Harbour Money") is Verdict.EDITORIAL


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ("please submit a request", "please submit a request within 30 days"),
        ("12 rue Charlot, 75003 Paris", "12 rue Charlot, 75003 Paris within 30 days"),
        ("Please make sure that you follow", "You may follow"),
        ("by the form in your account, after which we must answer", "by a form that may be refused"),
        ("at https://corvid.example/harbours and", "which may change without notice and"),
        ("The charges of Corvid Docs", "The charges of Corvid Maps (formerly without charges)"),
        ("You may appeal", "You may opt out under the new policy. You may appeal"),
        ("no fee is refunded", "a fee is refunded"),
    ],
)
def test_what_only_looks_like_them_is_substantive(replaced: str, by: str) -> None:
    assert _verdict(replaced, by) is Verdict.SUBSTANTIVE


def test_a_list_that_tells_the_former_name_of_a_service_says_the_same() -> None:
    terms = "# Terms\n\nYou agree that these services are covered:\n\n"
    before = read_markdown(f"{terms}* Corvid Mail\n* Corvid Start\n")
    after = f"{terms}* RVN (formerly known as Corvid Start)\n* Corvid Mail\n"
    assert compare(default_finder(), before, read_markdown(after)).verdict is Verdict.EDITORIAL
    gone = read_markdown(after.replace(" (formerly known as Corvid Start)", ""))
    assert compare(default_finder(), before, gone).verdict is Verdict.SUBSTANTIVE


def test_a_line_on_the_day_in_another_language_says_the_same() -> None:
    before = read_markdown(f"{_TERMS}\nEffective as of 25 พฤษภาคม ค.ศ. 2018\n")
    after = f"{_TERMS}\nมีผลตั้งแต่วันที่ 25 พฤษภาคม ค.ศ. 2018\n"
    assert compare(default_finder(), before, read_markdown(after)).verdict is Verdict.EDITORIAL


def test_what_a_text_in_another_spelling_throughout_puts_otherwise_is_editorial() -> None:
    american = read_markdown(
        "# Terms\n\nWe may organize and analyze what you upload to our data center, in any color.\n\n"
        "You must not share social security numbers, and your behavior must honor our rules.\n"
    )
    british = (
        "# Terms\n\nWe may organise and analyse what you upload to our data centre, in any colour.\n\n"
        "You must not share national insurance numbers, and your behaviour must honour our rules.\n"
    )
    assert compare(default_finder(), american, read_markdown(british)).verdict is Verdict.EDITORIAL
    more = british.replace("must honour our rules", "may be charged for")
    assert compare(default_finder(), american, read_markdown(more)).verdict is Verdict.SUBSTANTIVE
    alone = "\n".join(american.visible).replace("social security", "national insurance")
    assert compare(default_finder(), american, read_markdown(alone)).verdict is Verdict.SUBSTANTIVE


def test_one_more_address_in_a_chinese_text_is_editorial() -> None:
    begun = "# 隐私政策\n\n如有疑问,你可通过如下方式与我们联系:a.我们的网页,或 b.help@corvid.example。"
    text = f"{begun}\n\n我们会保存你的信息三十天。\n"
    old, new = text, text.replace("example。", "example,或 c.寄到如下地址:城市大街12号。")
    assert compare(default_finder(), read_markdown(old), read_markdown(new)).verdict is Verdict.EDITORIAL
    longer = text.replace("三十天", "三十天,并将其提供给第三方")
    assert compare(default_finder(), read_markdown(old), read_markdown(longer)).verdict is Verdict.SUBSTANTIVE


def test_an_address_that_is_collected_is_no_contact() -> None:
    terms = "# Privacy\n\nWe share this with those who pay us, and collect it for that:\n\n* Name\n* Device\n"
    for item in ("IP Address (IPv4)", "Email messages of the last 30 days"):
        new = read_markdown(f"{terms}* {item}\n")
        assert compare(default_finder(), read_markdown(terms), new).verdict is Verdict.SUBSTANTIVE
