"""Comparing records: with gold, and with the records of another run."""
