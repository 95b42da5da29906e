"""Pages of motions and of the choice of the secretariat."""
