"""The register as files: what a table says, what would become of it, and the same things written out again."""
