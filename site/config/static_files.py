from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Hashed names for ES modules as well, so that old and new ones never mix after a deploy."""

    support_js_module_import_aggregation = True
