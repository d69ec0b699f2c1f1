"""How an incident becomes a row of ACLED's 31 columns."""
