"""Platforms, their documents, and the versions of these as they were recorded."""

from __future__ import annotations

import zlib

from django.db import models

from conductatlas.records.models.identifiers import Kind, permanent_id


class Collection(models.Model):
    """A body of recorded versions that documents came from, such as one archive."""

    slug = models.SlugField(max_length=100, unique=True)
    name = models.CharField(max_length=200)
    address = models.CharField(max_length=500, blank=True, help_text="of its repository on the web, if any")

    def __str__(self) -> str:
        return self.name


class Platform(models.Model):
    """Who publishes documents."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200, unique=True)

    def __str__(self) -> str:
        return self.name


class Document(models.Model):
    """One governance text of a platform in one language and regional variant."""

    id = models.BigIntegerField(primary_key=True)
    platform = models.ForeignKey(Platform, models.PROTECT, related_name="documents")
    collection = models.ForeignKey(Collection, models.PROTECT, related_name="documents")
    terms_type = models.CharField(max_length=200)
    path = models.CharField(max_length=500, help_text="where the collection keeps it")
    variant = models.CharField(
        max_length=8, blank=True, help_text="the language to which its page changed; empty where it began in it"
    )
    language = models.CharField(
        max_length=8, blank=True, help_text="ISO 639-1 code of its first good version; empty where that is unsure"
    )
    taken_back = models.BooleanField(default=False, help_text="withdrawn or merged into another record")
    caught_up = models.BooleanField(
        default=False, help_text="its past is on record: what else comes of it is news, and not its history"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["collection", "path", "variant"], name="one_document_per_path_and_variant"),
        )

    def __str__(self) -> str:
        return f"{self.platform} {self.terms_type}"

    @property
    def permanent_id(self) -> str:
        """The public id, such as `CA-D-000444`."""
        return permanent_id(Kind.DOCUMENT, self.id)

    @classmethod
    def listed(cls) -> models.QuerySet[Document]:
        """The documents that lists and counts hold: those that nobody took back."""
        return cls.objects.filter(taken_back=False)

    def good_versions(self) -> models.QuerySet[Version]:
        """The versions that are no failed captures and need no confirmation, the latest first."""
        return Version.objects.filter(document=self, failed=False, held="").order_by("-ordinal")


class StoredText(models.Model):
    """The bytes of a version, once for each distinct content."""

    sha256 = models.CharField(max_length=64, unique=True, help_text="of the bytes as they were recorded")
    size = models.BigIntegerField(help_text="in bytes")
    appearance = models.CharField(
        max_length=64,
        blank=True,
        help_text="SHA-256 of the words that a reader sees; empty where it was never compared",
    )
    compressed = models.BinaryField(null=True, help_text="zlib; absent where the bytes were over the limit")

    def __str__(self) -> str:
        return self.sha256

    @property
    def content(self) -> bytes | None:
        """The bytes as they were recorded; None where they were over the limit and were not kept."""
        return None if self.compressed is None else zlib.decompress(bytes(self.compressed))

    @property
    def text(self) -> str:
        """The bytes as UTF-8, with a replacement character for what is none."""
        return (self.content or b"").decode("utf-8", "replace")


class Version(models.Model):
    """One recorded state of a document's text."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="versions")
    ordinal = models.PositiveIntegerField(help_text="1 for the first version of its document")
    recorded_at = models.DateTimeField(help_text="never before the version that it follows")
    dated_at = models.DateTimeField(
        null=True,
        help_text="its date in its collection, where that is before the version that it follows",
    )
    reference = models.CharField(max_length=64, help_text="the collection's own name for it: the commit id")
    note = models.CharField(max_length=300, blank=True, help_text="the collection's own subject for it")
    sources = models.JSONField(default=list, help_text="addresses of the snapshots it was extracted from")
    text = models.ForeignKey(StoredText, models.PROTECT, related_name="versions")
    failed = models.BooleanField(default=False, help_text="a failed capture: kept, but no state of the document")
    held = models.CharField(max_length=300, blank=True, help_text="why it must be confirmed first; empty where not")
    held_until = models.DateTimeField(null=True, help_text="it is confirmed if nothing else was seen before this")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["document", "ordinal"], name="one_version_per_ordinal"),
            models.UniqueConstraint(fields=["document", "reference"], name="one_version_per_reference"),
        )
        indexes = (models.Index(fields=["document", "recorded_at"], name="version_by_time"),)

    def __str__(self) -> str:
        return f"{self.document} {self.ordinal}"

    @classmethod
    def waiting(cls) -> models.QuerySet[Version]:
        """The versions that are held until they are confirmed; those of documents that were taken back wait no more."""
        return cls.objects.exclude(held="").filter(document__taken_back=False)
