"""The raw text as words, lines and phrases of the lexicon."""
