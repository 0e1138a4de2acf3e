"""Wagtail's forms for documents and pictures, in every screen and chooser that uploads."""

from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from . import documents, pictures


class DocumentForm(BaseDocumentForm):
    def clean_file(self):
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            documents.check(file)
        return file


class PictureForm(BaseImageForm):
    def clean_file(self):
        file = self.cleaned_data["file"]
        return pictures.cleaned_upload(file) if isinstance(file, UploadedFile) else file
