"""Ledger rows become files for others. Every module here is a format, found by its name; the folders hold what formats share."""
