"""The pages of a network that speak of the network itself."""
