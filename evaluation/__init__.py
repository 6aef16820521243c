"""How right `enrich` is: measured against the lab of stand-in services, on random draws of its works."""
