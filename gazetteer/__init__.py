"""How the place tables are made: `python -m gazetteer.build` writes those that `ground` and `annotate` read."""
