"""The vendor list: shown, imported, mended."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.models import Feature, Membership, Role
from conductatlas.english import count, short_series
from conductatlas.records.models import Platform
from conductatlas.site.access import in_workspace
from conductatlas.site.presenters.workbench.vendors import platform_choices, present_vendors
from conductatlas.site.views.private import answer
from conductatlas.site.views.responses import NotFound
from conductatlas.workbench.models import Criticality, Vendor
from conductatlas.workbench.vendor_lists import (
    COLUMNS,
    LARGEST,
    VendorListError,
    VendorRow,
    read_vendor_list,
    take_over,
)

_NAMES_SHOWN = 8


class VendorForm(forms.Form):
    """One vendor."""

    name = forms.CharField(max_length=200, error_messages={"required": "Say how the vendor is called."})
    reference = forms.CharField(max_length=120, required=False)
    owner = forms.CharField(max_length=200, required=False)
    criticality = forms.ChoiceField(choices=[("", "not said"), *Criticality.choices], required=False)


@in_workspace(Role.VIEWER, Feature.WORKBENCH)
def vendors(request: HttpRequest, membership: Membership, *, as_json: bool) -> HttpResponse:
    """The list, with the forms that add to it."""
    return _page(request, membership, as_json=as_json)


@in_workspace(Role.MEMBER, Feature.WORKBENCH)
def add_vendor(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Add one vendor, or change what is said of it."""
    form = VendorForm(request.POST)
    if not form.is_valid():
        return _page(request, membership, as_json=False, form=form, status=400)
    return _taken_over(request, membership, (VendorRow(**form.cleaned_data),))


@in_workspace(Role.MEMBER, Feature.WORKBENCH)
def import_vendors(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Take over a CSV file: all of it, or nothing."""
    sent = request.FILES.get("list")
    if sent is None:
        return _page(request, membership, as_json=False, trouble="Choose a CSV file first.", status=400)
    if (sent.size or 0) > LARGEST:
        trouble = f"The file is larger than {LARGEST:,} bytes. Nothing was taken over."
        return _page(request, membership, as_json=False, trouble=trouble, status=400)
    try:
        rows = read_vendor_list(sent.read())
    except VendorListError as error:
        return _page(request, membership, as_json=False, trouble=f"{error} Nothing was taken over.", status=400)
    return _taken_over(request, membership, rows)


@in_workspace(Role.MEMBER, Feature.WORKBENCH)
def change_vendor(request: HttpRequest, membership: Membership, number: int) -> HttpResponse:
    """Say which platform a vendor is, or take it off the list."""
    vendor = Vendor.objects.filter(workspace=membership.workspace, id=number).first()
    if vendor is None:
        raise NotFound("This vendor is not in the list any more.")
    if request.POST.get("action") == "remove":
        audit(membership.user, "vendor.removed", vendor.name, workspace=membership.workspace)
        vendor.delete()
        messages.success(request, f"{vendor.name} is off the list.")
    else:
        chosen = request.POST.get("platform", "")
        vendor.platform = Platform.objects.filter(id=chosen).first() if chosen.isdigit() and len(chosen) < 18 else None
        vendor.save()
        said = f"is {vendor.platform} in the register" if vendor.platform else "is none in the register"
        messages.success(request, f"{vendor.name} {said}.")
    return _to_list(membership)


@in_workspace(Role.VIEWER, Feature.WORKBENCH)
def vendor_template(request: HttpRequest, membership: Membership) -> HttpResponse:
    """The list as CSV, in the form in which it is taken over; of an empty one the first line alone."""
    lines = [",".join(COLUMNS)]
    for one in Vendor.objects.filter(workspace=membership.workspace).order_by("name"):
        cells = (one.name, one.reference, one.owner, one.criticality)
        lines.append(",".join('"' + cell.replace('"', '""') + '"' for cell in cells))
    response = HttpResponse("\r\n".join([*lines, ""]), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="vendors.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


def _taken_over(request: HttpRequest, membership: Membership, rows: tuple[VendorRow, ...]) -> HttpResponse:
    done = take_over(membership.workspace, rows)
    audit(
        membership.user,
        "vendors.imported",
        f"{len(rows)} vendors",
        workspace=membership.workspace,
        added=done.added,
        changed=done.changed,
    )
    said = f"{count(done.added, 'vendor')} added, {done.changed} changed."
    if done.unknown:
        names = short_series(done.unknown, _NAMES_SHOWN)
        said += f" Not found in the register: {names}. Choose their platforms below, where there are any."
    messages.success(request, said)
    return _to_list(membership)


def _to_list(membership: Membership) -> HttpResponse:
    return HttpResponseRedirect(f"/workspaces/{membership.workspace.slug}/vendors", status=303)


def _page(
    request: HttpRequest,
    membership: Membership,
    *,
    as_json: bool,
    form: VendorForm | None = None,
    trouble: str = "",
    status: int = 200,
) -> HttpResponse:
    page = present_vendors(membership)
    return answer(
        request,
        "vendors.html",
        page,
        title="Vendors",
        as_json=as_json,
        status=status,
        form=form or VendorForm(),
        trouble=trouble,
        columns=COLUMNS,
        criticalities=Criticality.choices,
        platforms=platform_choices() if page.unknown and not as_json else (),
    )
