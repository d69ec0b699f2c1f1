"""Learns the small linear choosers from coded reports: python tools/weights/train.py GOLD REPORTS [--out FILE] [--folds N].

Cross-validated by report; scikit-learn is wanted here only, never at run time.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression


def fit(rows: list[tuple[tuple[str, ...], int, float]], c: float = 0.3, least: int = 3) -> dict[str, float]:
    """Weights by feature name, from (features, label, weight) rows; features seen less than `least` times are left out."""
    counts = Counter(f for features, _, _ in rows for f in set(features))
    kept = {f for f, n in counts.items() if n >= least}
    labels = [y for _, y, _ in rows]
    if len(set(labels)) < 2:
        return {"bias": 5.0 if labels and labels[0] else -5.0}
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform([{f: 1.0 for f in features if f in kept} for features, _, _ in rows])
    x.indices, x.indptr = x.indices.astype("int32"), x.indptr.astype("int32")
    model = LogisticRegression(C=c, solver="liblinear", max_iter=500)
    model.fit(x, labels, sample_weight=[w for _, _, w in rows])
    names = vectorizer.get_feature_names_out()
    weights = {str(n): round(float(v), 4) for n, v in zip(names, model.coef_[0], strict=True) if abs(v) >= 0.01}
    weights["bias"] = round(float(model.intercept_[0]), 4)
    return weights
