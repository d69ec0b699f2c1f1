"""The ways isnad can fail.

IsnadError
├── InputError        an input that cannot be read: names file, line or report
├── KnowledgeError    a knowledge file that breaks a rule: names file and line
├── LedgerError       a ledger that cannot be opened or does not hold together
│   └── TamperedError a ledger whose bytes or spans no longer agree with their hashes
├── QueryError        a question that the ledger cannot answer
└── MissingExtra      an optional package is wanted: names the extra to install
"""


class IsnadError(Exception):
    """One sentence for a person, naming the place."""


class InputError(IsnadError):
    """An input cannot be read."""


class KnowledgeError(IsnadError):
    """A knowledge file breaks a rule."""


class LedgerError(IsnadError):
    """A ledger cannot be opened or does not hold together."""


class TamperedError(LedgerError):
    """Stored bytes or spans no longer agree with their hashes."""


class QueryError(IsnadError):
    """A question that the ledger cannot answer."""


class MissingExtra(IsnadError):
    """An optional package is wanted."""
