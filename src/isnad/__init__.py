"""isnad reads Arabic reports of armed conflict into a ledger of attributed claims."""

__version__ = "0.1.0"
