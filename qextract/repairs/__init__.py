"""Repair: damaged text to normal form, with a map of offsets back to the source."""
