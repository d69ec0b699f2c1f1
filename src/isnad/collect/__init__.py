"""Reports come in: text, HTML, JSONL and CSV become `Report` records, nothing of them changed."""

from isnad.collect.folders import collect

__all__ = ["collect"]
