"""What stands beside the claims of a report: ties, labels, agency credits, and the signature that reprints are known by."""

from isnad.extract.beside.labels import find_labels
from isnad.extract.beside.signature import signature
from isnad.extract.beside.ties import find_ties
from isnad.extract.beside.wire import find_wire

__all__ = ["find_labels", "find_ties", "find_wire", "signature"]
