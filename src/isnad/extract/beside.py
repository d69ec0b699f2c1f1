"""What stands beside the claims of a report: ties, labels, agency credits, and the signature that reprints are known by."""

from isnad.extract.labels import find_labels
from isnad.extract.signature import signature
from isnad.extract.ties import find_ties
from isnad.extract.wire import find_wire

__all__ = ["find_labels", "find_ties", "find_wire", "signature"]
