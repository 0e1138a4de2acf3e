"""The staff's screens of the content, and what is put right in Wagtail's own for every area."""
