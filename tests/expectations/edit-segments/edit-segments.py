"""Writes edit-segments.json: segments merged and split by scikit-learn.

Usage: python3 edit-segments.py; npx prettier --write edit-segments.json
Made with Python 3.11, scikit-learn 1.2.1, numpy 1.24.
"""

import json
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

CENTRES = [[0, 0], [4, 0], [0, 4], [9, 9]]


def uniforms(seed):
    """The same stream as in tests/engine/stats/planted.ts."""
    state = seed
    while True:
        state = (1103515245 * state + 12345) % 2147483648
        yield state / 2147483648


def planted(centres, each, spread, seed):
    draw = uniforms(seed)
    normal = lambda: sum(next(draw) for _ in range(12)) - 6
    return np.array([[at + spread * normal() for at in centre] for centre in centres for _ in range(each)])


def sizes(labels):
    return sorted(np.bincount(labels).tolist(), reverse=True)


points = planted(CENTRES, 60, 1, 5)
four = KMeans(4, n_init=50, random_state=0).fit(points).labels_
# The clusters of the first two clouds become one; labels by the cloud's first point.
first, second, third = four[0], four[60], four[120]
merged = np.where(four == second, first, four)
names = {label: at for at, label in enumerate(np.unique(merged))}
merged = np.array([names[label] for label in merged])

three = KMeans(3, n_init=50, random_state=0).fit(points).labels_
largest = np.bincount(three).argmax()
within = points[three == largest]
halves = KMeans(2, n_init=50, random_state=0).fit(within)
split = three.copy()
split[three == largest] = np.where(halves.labels_ == 0, largest, 3)

Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {
            "merged": {
                "sizes": sizes(merged),
                "silhouette": silhouette_score(points, merged),
                "centroid": points[merged == names[first]].mean(0).tolist(),
            },
            "split": {
                "of": sizes(three),
                "sizes": sizes(split),
                "silhouette": silhouette_score(points, split),
                "inertia": halves.inertia_,
            },
        }
    )
)
