"""Writes indices.json: Calinski-Harabasz, Davies-Bouldin, adjusted Rand and gaps of public data by scikit-learn and numpy.

Usage: python3 indices.py DATA; npx prettier --write indices.json   (DATA: the folder with customers/)
Made with Python 3.11, scikit-learn 1.2.1, numpy 1.24. The files themselves are not part of this project.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, calinski_harabasz_score, davies_bouldin_score

data = Path(sys.argv[1])
FILES = {
    "iris": ("iris.csv", ["Petal.Length", "Petal.Width", "Sepal.Length", "Sepal.Width"]),
    "mall": ("Mall_Customers.csv", ["Annual Income (k$)", "Spending Score (1-100)"]),
    "arrests": ("USArrests.csv", ["Assault", "Murder", "Rape", "UrbanPop"]),
    "wholesale": (
        "Wholesale_customers_with_total.csv",
        ["Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen"],
    ),
}


def z(matrix):
    return (matrix - matrix.mean(0)) / matrix.std(0)


def uniforms(seed):
    """The same stream as in tests/engine/stats/planted.ts."""
    state = seed
    while True:
        state = (1103515245 * state + 12345) % 2147483648
        yield state / 2147483648


def within(points, k):
    return KMeans(k, n_init=30, random_state=0).fit(points).inertia_


def gaps(points, references, last):
    """Gap statistic by its definition (Tibshirani, Walther and Hastie 2001), references in the box of the components."""
    centred = points - points.mean(0)
    axes = np.linalg.svd(centred, full_matrices=False)[2]
    for axis in axes:
        axis *= np.sign(axis[np.argmax(np.abs(axis))])
    along = centred @ axes.T
    low, high = along.min(0), along.max(0)
    even = []
    for b in range(references):
        draw = uniforms(b + 1)
        cloud = np.array([[a + (c - a) * next(draw) for _ in range(len(points))] for a, c in zip(low, high)]).T
        even.append([np.log(within(cloud, k)) for k in range(1, last + 1)])
    even = np.array(even)
    own = np.log([within(points, k) for k in range(1, last + 1)])
    return {
        "references": references,
        "gap": (even.mean(0) - own).tolist(),
        "error": (even.std(0) * np.sqrt(1 + 1 / references)).tolist(),
    }


def judged(file, names):
    points = z(pd.read_csv(data / "customers" / file)[names].to_numpy(float))
    by_k = {}
    for k in (2, 3, 5):
        labels = KMeans(k, n_init=30, random_state=0).fit_predict(points)
        by_k[k] = {
            "labels": "".join(map(str, labels)),
            "ch": calinski_harabasz_score(points, labels),
            "db": davies_bouldin_score(points, labels),
        }
    rand = adjusted_rand_score(list(by_k[2]["labels"]), list(by_k[5]["labels"]))
    return {"names": names, "byK": by_k, "rand": rand, "gaps": gaps(points, 6, 5)}


expected = {name: judged(*which) for name, which in FILES.items()}
(Path(__file__).parent / "indices.json").write_text(json.dumps(expected, indent=2) + "\n")
