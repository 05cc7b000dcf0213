"""Writes clustering.json: what scikit-learn and an independent kneedle say about public data and planted points.

Usage: python3 clustering.py DATA; npx prettier --write clustering.json   (DATA: the folder with customers/ and transactions/)
Made with Python 3.11, scikit-learn 1.2.1, scipy 1.10.1, pandas 1.5.3. The files themselves are not part of this project.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import skew
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, silhouette_score

data = Path(sys.argv[1])


def z(matrix):
    return (matrix - matrix.mean(0)) / matrix.std(0)


def online_retail():
    """Recency, frequency, monetary by DESIGN.md section 5, log1p, z; columns in the order of their names."""
    text = {"CustomerID": str, "InvoiceNo": str, "StockCode": str}
    rows = pd.read_csv(data / "transactions/online_retail_2010-2011.csv", dtype=text).drop_duplicates()
    rows = rows[rows.CustomerID.notna()].copy()
    rows["day"] = pd.to_datetime(rows.InvoiceDate).dt.normalize()
    rows["money"] = rows.Quantity * rows.UnitPrice
    reference = rows.day.max() + pd.Timedelta(days=1)
    bought = rows[~((rows.Quantity < 0) | (rows.money < 0))].groupby("CustomerID")
    frequency = bought.InvoiceNo.nunique()
    recency = (reference - bought.day.max()).dt.days
    monetary = rows.groupby("CustomerID").money.sum().reindex(frequency.index)
    return z(np.column_stack([np.log1p(frequency), np.log1p(monetary.clip(lower=0)), np.log1p(recency)]))


def marketing():
    """The twelve grouping columns, log1p where none is below 0 and the skewness is above 1, z."""
    rows = pd.read_csv(data / "customers/marketing_campaign_semicolon.csv", sep=";", encoding="utf-8-sig")
    names = sorted(c for c in rows.columns if c == "Recency" or c.startswith("Mnt") or c.startswith("Num"))
    assert len(names) == 12
    columns = [rows[name].astype(float) for name in names]
    return z(np.column_stack([np.log1p(c) if c.min() >= 0 and skew(c) > 1 else c for c in columns]))


def customers(file, names, scaled):
    matrix = pd.read_csv(data / "customers" / file)[names].to_numpy(float)
    return z(matrix) if scaled else matrix


def uniforms(seed):
    """The same stream as in tests/engine/stats/planted.ts."""
    state = seed
    while True:
        state = (1103515245 * state + 12345) % 2147483648
        yield state / 2147483648


def planted(centres, each, spread, seed):
    draw = uniforms(seed)
    points = []
    for centre in centres:
        for _ in range(each):
            points.append([at + spread * (sum(next(draw) for _ in range(12)) - 6) for at in centre])
    return np.array(points)


def tied(n, seed):
    """Whole numbers from 1 to 5 in two columns: many equal rows, many points exactly between centroids."""
    draw = uniforms(seed)
    return np.array([[1 + int(next(draw) * 5) for _ in range(2)] for _ in range(n)], float)


def knee(xs, ys):
    """Kneedle for a convex falling curve, S = 1, offline, from the definition in Satopaa et al. 2011."""
    xs, ys = np.array(xs, float), np.array(ys, float)
    if len(xs) < 2 or ys.max() == ys.min():
        return None
    x = (xs - xs.min()) / (xs.max() - xs.min())
    y = 1 - (ys - ys.min()) / (ys.max() - ys.min())
    gap = y - x
    padded = np.concatenate([[gap[0]], gap, [gap[-1]]])
    maxima = (gap >= padded[:-2]) & (gap >= padded[2:])
    minima = (gap <= padded[:-2]) & (gap <= padded[2:])
    step = np.abs(np.diff(x).mean())
    found, threshold = None, None
    for i in range(len(x) - 1):
        if maxima[i]:
            found, threshold = i, gap[i] - step
        if found is None:
            continue
        if minima[i]:
            threshold = 0.0
        if gap[i + 1] < threshold:
            return xs[found]
    return None


def curve(matrix, last=10):
    runs = []
    for k in range(1, last + 1):
        model = KMeans(k, n_init=10, random_state=0).fit(matrix)
        apart = silhouette_score(matrix, model.labels_) if k > 1 else None
        runs.append({"k": k, "inertia": model.inertia_, "silhouette": apart})
    bend = knee(range(1, last + 1), [run["inertia"] for run in runs])
    return {"n": len(matrix), "d": matrix.shape[1], "runs": runs, "elbow": bend}


def knees():
    """Curves of many shapes and the knee of each, null where there is none."""
    rng = np.random.default_rng(7)
    curves = [list(np.linspace(10, 1, 10)), [5.0] * 6, [10.0, 1.0], [9.0, 4.0, 1.0, 0.5, 0.4]]
    curves += [list(1 / np.arange(1, n + 1)) for n in (3, 5, 10, 20)]
    for _ in range(60):
        n = int(rng.integers(3, 16))
        falls = np.sort(rng.exponential(1, n) ** rng.uniform(0.3, 3))[::-1]
        curves.append([float(v) for v in np.concatenate([[falls.sum()], falls.sum() - np.cumsum(falls)])])
    for _ in range(40):  # falling, not convex, with plateaus
        n = int(rng.integers(3, 16))
        curves.append([float(v) for v in np.sort(rng.integers(0, 12, n))[::-1]])
    return [{"ys": ys, "knee": knee(range(1, len(ys) + 1), ys)} for ys in curves]


def large():
    """A big, a smaller and a tiny cluster, too many points for every pair to be measured in the tab."""
    parts = [planted([[0, 0]], 11000, 1, 21), planted([[4, 0]], 2000, 1, 22), planted([[40, 40]], 60, 1, 23)]
    return silhouette_score(np.vstack(parts), np.repeat([0, 1, 2], [11000, 2000, 60]))


blobs = planted([[0, 0], [10, 0], [0, 10], [10, 10]], 60, 1, 11)
four = np.repeat(np.arange(4), 60)
turned = (np.arange(240) * 7) % 3
expected = {
    "online_retail": curve(online_retail()),
    "marketing": curve(marketing()),
    "mall": curve(customers("Mall_Customers.csv", ["Annual Income (k$)", "Spending Score (1-100)"], False)),
    "iris": curve(customers("iris.csv", ["Petal.Length", "Petal.Width", "Sepal.Length", "Sepal.Width"], False)),
    "arrests": curve(customers("USArrests.csv", ["Assault", "Murder", "Rape", "UrbanPop"], True)),
    "blobs": curve(blobs),
    "tied": curve(tied(2000, 5)),
    "many": curve(planted([[i % 3 * 4, i // 3 * 4, i % 4 * 3] for i in range(12)], 60, 1, 3)),
    "silhouettes": {
        "four": silhouette_score(blobs, four),
        "turned": silhouette_score(blobs, turned),
        "large": large(),
    },
    "rand": adjusted_rand_score(four, np.minimum(four + turned // 2, 3)),
    "knees": knees(),
}
(Path(__file__).parent / "clustering.json").write_text(json.dumps(expected, indent=2) + "\n")
