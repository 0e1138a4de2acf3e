"""A bank's statements: read from the file that staff upload, held against transfers that wait."""
