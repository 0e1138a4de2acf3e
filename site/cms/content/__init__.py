"""What editors write: page base, blocks, menus, brand, forms, uploads, and what they point to."""
