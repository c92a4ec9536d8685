"""How firmly an act is asserted: certainty, polarity and temporality by its governing words."""
