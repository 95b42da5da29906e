"""Pages that belong to no room: errors, the look, what the house shows of itself."""
