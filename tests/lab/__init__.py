"""Stand-ins for the bibliographic services: a small one of our own, and the large one beside the repository."""
