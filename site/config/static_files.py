from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage

_, _IMPORTS = HashedFilesMixin._js_module_import_aggregation_patterns


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Hashed names for our ES modules as well, so that old and new never mix after a deploy.

    Only for ``static/js``: installed packages ship modules whose imports lead nowhere.
    """

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", _IMPORTS))
