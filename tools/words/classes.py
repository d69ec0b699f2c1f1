"""Sorts words into classes by the company they keep in a heap of reports, for features that must not hang on one word.

python tools/words/classes.py REPORTS.jsonl > src/isnad/knowledge/word_classes.json

A word's company is what stands up to two words before and behind it (positive pointwise mutual information, reduced to 100 dimensions);
words are clustered twice, coarsely and finely. Only stems and class numbers are written, no text. scikit-learn is wanted here only.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD

from isnad.extract.text.words import split_words
from isnad.knowledge.load import load_knowledge

LEAST = 8  # times that a word is met
COMPANY = 4000  # commonest words that count as company
PLACES = (-2, -1, 1, 2)
CLASSES = (80, 300)
Sentence = tuple[str, ...]


def sentences(path: Path) -> Iterator[Sentence]:
    """The distinct sentences of the reports, each as its words' names."""
    knowledge, seen = load_knowledge(), set[Sentence]()
    for line in path.read_text("utf-8").splitlines():
        words = split_words(json.loads(line)["text"], knowledge.word_type, "text")
        names = [word.name for word in words.types]
        for first, last in words.sentences:
            sentence = tuple(names[first:last])
            if sentence not in seen:
                seen.add(sentence)
                yield sentence


def company(told: list[Sentence], vocabulary: list[str]) -> csr_matrix:
    """Words by (place, word beside): positive mutual information, company smoothed by a power of 0.75."""
    at, beside = {w: i for i, w in enumerate(vocabulary)}, {w: i for i, w in enumerate(vocabulary[:COMPANY])}
    rest, counts = len(beside), Counter[tuple[int, int]]()
    for sentence in told:
        for n, word in enumerate(sentence):
            if word in at:
                for slot, step in enumerate(PLACES):
                    inside = 0 <= n + step < len(sentence)
                    neighbour = beside.get(sentence[n + step]) if inside else rest  # the edge is company too
                    if neighbour is not None:
                        counts[at[word], slot * (rest + 1) + neighbour] += 1
    rows, columns = map(np.array, zip(*counts, strict=True))
    values = np.array(list(counts.values()), dtype=float)
    shape = len(vocabulary), len(PLACES) * (rest + 1)
    by_word = np.bincount(rows, values, shape[0])
    by_company = np.bincount(columns, values, shape[1]) ** 0.75
    by_company *= values.sum() / by_company.sum()
    told_more = np.log(values * values.sum() / (by_word[rows] * by_company[columns]))
    kept = told_more > 0
    return csr_matrix((told_more[kept], (rows[kept], columns[kept])), shape=shape)


def classes(told: list[Sentence]) -> dict[str, list[int]]:
    """Word → its class in each clustering."""
    counts = Counter(word for sentence in told for word in sentence)
    vocabulary = [word for word, n in counts.most_common() if n >= LEAST]
    points = TruncatedSVD(100, random_state=0).fit_transform(company(told, vocabulary))
    points /= np.linalg.norm(points, axis=1, keepdims=True) + 1e-9
    labels = [KMeans(n, n_init=2, random_state=0).fit_predict(points) for n in CLASSES]
    return {word: [int(label[i]) for label in labels] for i, word in sorted(enumerate(vocabulary), key=lambda v: v[1])}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("reports", type=Path)
    found = classes(list(sentences(arguments.parse_args().reports)))
    print(
        "{\n"
        + ",\n".join(f"{json.dumps(word, ensure_ascii=False)}: {json.dumps(label)}" for word, label in found.items())
        + "\n}"
    )


if __name__ == "__main__":
    main()
