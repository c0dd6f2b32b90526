"""Plots that stay quick, and what can be done with any of them."""
