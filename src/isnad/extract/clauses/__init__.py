"""Chunks, the clause tree with its operators, and what each phrase is to a head."""
