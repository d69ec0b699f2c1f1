"""The words that isnad itself says in what it publishes, in English and Arabic."""
