"""The form of influencers' pages in the back office, with its validation."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from cms.content.references import References

from . import access, prompts, tree

UNANSWERED = _("Use your own words here, or remove the block: “%(text)s”")


class InfluencerPageForm(WagtailAdminPageForm):
    """Refuses slugs that the company uses, and images and documents of other people."""

    def clean(self):
        cleaned = super().clean()
        self._check_files(cleaned)
        if not self.is_deferred_validation:
            self._check_prompts(cleaned)
        slug = cleaned.get("slug")
        # Existing pages are validated by the model, which knows their place in the tree.
        is_new = self.instance.depth is None
        if is_new and slug and self.parent_page.depth == tree.HOME_DEPTH and tree.is_taken(slug):
            self.add_error("slug", _("The company has a page at this address. Choose another one."))
        return cleaned

    def _check_prompts(self, cleaned: dict) -> None:
        """Refuse to submit a page that still has placeholder questions. Drafts may have them."""
        body = cleaned.get("body")
        if body is None or self.instance.depth is None:
            return
        errors = {
            place: StructBlockValidationError(non_block_errors=[UNANSWERED % {"text": text}])
            for place, text in prompts.unanswered(self.instance, body.get_prep_value()).items()
        }
        if errors:
            self.add_error("body", StreamBlockValidationError(block_errors=errors))

    def _check_files(self, cleaned: dict) -> None:
        """Raise PermissionDenied for images and documents of other people.

        Choosers do not offer them, so their ids were guessed, and no error message may show their
        titles. Checks cleaned values, which are stored: " 150" and "+150" are valid ids too.
        """
        curation = access.curation_of(self.for_user) if self.for_user else None
        if curation is None:
            return
        named, present = References(), References()
        if "body" in self.fields:
            widget = self.fields["body"].widget
            value = widget.value_from_datadict(self.data, self.files, self.add_prefix("body"))
            named.read(value.get_prep_value())
            present.read(self.instance.body.raw_data)
        if "share_image" in self.errors:
            # No chooser returns a value that is not the id of an image.
            raise PermissionDenied
        if picture := cleaned.get("share_image"):
            named.image_ids.add(picture.pk)
        if self.instance.share_image_id:
            present.image_ids.add(self.instance.share_image_id)
        images = named.image_ids - present.image_ids
        documents = named.document_ids - present.document_ids
        pages = named.page_ids - present.page_ids
        if not (
            curation.owns_images(images)
            and curation.owns_documents(documents)
            and curation.may_link_to(pages)
        ):
            raise PermissionDenied
