"""Make PDF files of typst templates and data. Knows nothing of what stands on them."""
