"""Pages of a network's settings."""
