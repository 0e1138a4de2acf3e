"""What the back office's screens are made of: view sets, lists, and choosing by known names."""
