"""The addresses that are not for everybody, by subject. Each view says who may open it (`conductatlas.site.access`)."""

from conductatlas.site import converters  # noqa: F401 (makes the parts of addresses known)
from conductatlas.site.private import accounts, plans, preferences, staff, watches, workbench

urlpatterns = [
    *accounts.urlpatterns,
    *plans.urlpatterns,
    *watches.urlpatterns,
    *preferences.urlpatterns,
    *workbench.urlpatterns,
    *staff.urlpatterns,
]
