"""Content that editors write: page base class, blocks, menus, brand, forms, uploads, references."""
