"""Standing relations: from titles, appositions, possessives, copulas and verbs."""
