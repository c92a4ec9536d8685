"""Attributed claims from news reports: who says so, and how many of them really know."""
