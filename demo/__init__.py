"""One whole demo company, Raíz, built through the services."""
