"""Writes segment-choices.json: weighed features and outliers set apart by numpy, scipy and scikit-learn.

Usage: python3 segment-choices.py; npx prettier --write segment-choices.json
Made with Python 3.11, scikit-learn 1.2.1, scipy 1.10, numpy 1.24.
"""

import json
import sys
from pathlib import Path

import numpy as np
from scipy.stats import median_abs_deviation
from sklearn.cluster import KMeans

sys.path.append(str(Path(__file__).parent.parent ))
from clouds import CENTRES, planted

points = planted(CENTRES, 60, 1, 5)


def grouped(of, k):
    fit = KMeans(k, n_init=50, random_state=0).fit(of)
    return {"sizes": sorted(np.bincount(fit.labels_).tolist(), reverse=True), "inertia": fit.inertia_}


strange = np.vstack([points, [[40, 2], [3, -30], [3, 35]]])
middle = np.median(strange, axis=0)
spread = median_abs_deviation(strange, axis=0, scale="normal")
beyond = (np.abs(strange - middle) > 3.5 * spread).any(axis=1)
tied = np.array([1.0] * 8 + [2, 3, 9])

Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {
            "weighed": {"b3": grouped(points * [1, 3], 2), "a3": grouped(points * [3, 1], 2)},
            "outliers": {
                "centre": middle.tolist(),
                "spread": spread.tolist(),
                "rows": np.flatnonzero(beyond).tolist(),
                "rest": grouped(strange[~beyond], 4),
            },
            "tied": {"spread": np.mean(np.abs(tied - np.median(tied))) * np.sqrt(np.pi / 2)},
        }
    )
)
