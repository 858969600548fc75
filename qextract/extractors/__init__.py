"""Extractors: one module a record type, from typed mentions to record drafts."""
