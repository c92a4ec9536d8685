"""Who says what: sources, cues and contents, and the chain of links that leads to a trigger."""
