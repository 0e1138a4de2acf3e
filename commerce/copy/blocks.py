from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock


class DocumentMaterialBlock(blocks.StructBlock):
    """A file to take along: a guide, a leaflet, a data sheet."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    document = DocumentChooserBlock(label=_("File"))

    class Meta:
        icon = "doc-full"
        label = _("Document")


class VideoMaterialBlock(blocks.StructBlock):
    """A video file from the document library, shown on the product page."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    video = DocumentChooserBlock(label=_("Video file"))

    class Meta:
        icon = "media"
        label = _("Video")


class MaterialBlock(blocks.StreamBlock):
    document = DocumentMaterialBlock()
    video = VideoMaterialBlock()
