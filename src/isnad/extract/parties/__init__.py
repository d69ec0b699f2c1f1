"""Parties found by name or built from a head noun, and whom they mean."""
