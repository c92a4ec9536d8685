"""What is said to have happened: triggers with their participants, counts, times and places."""
