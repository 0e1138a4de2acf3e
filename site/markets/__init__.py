"""Where, in which language and currency: the markets and the storefront's URLs."""
