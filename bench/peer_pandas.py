"""The same job with pandas and scikit-learn; prints milliseconds per phase and the peak in MB as JSON."""
import json
import resource
import sys
import time

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score
from sklearn.preprocessing import StandardScaler

# What Tessera measures, so that both do the same: rows of the silhouettes and of the redraws, and redraws.
SAMPLE = 5_000
REDRAWS = 30

start = time.perf_counter()
marks = {}


def mark(name, since):
    now = time.perf_counter()
    marks[name] = (now - since) * 1000
    return now


t = start
orders = pd.read_csv(sys.argv[1], dtype={"InvoiceNo": str, "StockCode": str, "CustomerID": str})
orders["InvoiceDate"] = pd.to_datetime(orders["InvoiceDate"], format="%Y-%m-%d %H:%M:%S")
t = mark("read", t)
if sys.argv[2:] == ["read"]:
    marks["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(marks))
    sys.exit()
orders = orders.drop_duplicates()
t = mark("copies", t)
orders = orders.dropna(subset=["CustomerID", "InvoiceDate", "Quantity", "UnitPrice"])
t = mark("missing", t)
money = orders["Quantity"] * orders["UnitPrice"]
returned = (orders["Quantity"] < 0) | (money < 0)
end = orders["InvoiceDate"].max().normalize() + pd.Timedelta(days=1)
spent = money.groupby(orders["CustomerID"]).sum()
bought = orders[~returned].groupby("CustomerID").agg(last=("InvoiceDate", "max"), frequency=("InvoiceNo", "nunique"))
rfm = pd.DataFrame({
    "recency": (end - bought["last"].dt.normalize()).dt.days,
    "frequency": bought["frequency"],
    "monetary": spent.reindex(bought.index),
})
t = mark("rfm", t)
scaled = StandardScaler().fit_transform(np.log1p(rfm.clip(lower=0)))
t = mark("scale", t)
models = [KMeans(n_clusters=k, n_init=10, random_state=1).fit(scaled) for k in range(1, 11)]
marks["inertia"] = [model.inertia_ for model in models]
t = mark("group", t)
rfm["segment"] = models[2].labels_
rfm.to_csv("/dev/null" if sys.platform != "win32" else "NUL")
t = mark("write", t)
marks["whole"] = (t - start) * 1000


def knee(inertia):
    """The number of segments at the largest distance below the line from the first to the last inertia."""
    curve = np.asarray(inertia)
    fallen = (curve[0] - curve) / (curve[0] - curve[-1])
    return int(np.argmax(fallen - np.linspace(0, 1, len(curve)))) + 1


def overlaps(labels, again, k):
    """For each segment the best Jaccard overlap with one of the redraw."""
    both = np.zeros((k, k))
    np.add.at(both, (labels, again), 1)
    return (both / (both.sum(1, keepdims=True) + both.sum(0) - both)).max(1)


def stability(model):
    """Mean best overlap of each segment over the redraws, on rows drawn once."""
    k = model.n_clusters
    draw = np.random.default_rng(k)
    base = draw.choice(len(scaled), SAMPLE, replace=False)
    found = []
    for redraw in range(REDRAWS):
        rows = np.unique(draw.choice(base, SAMPLE))
        again = KMeans(n_clusters=k, n_init=1, random_state=redraw).fit(scaled[rows])
        found.append(overlaps(model.labels_[rows], again.labels_, k))
    return np.mean(found, axis=0)


recommended = knee(marks["inertia"])
silhouettes = [silhouette_score(scaled, m.labels_, sample_size=SAMPLE, random_state=1) for m in models[1:]]
t = mark("silhouettes", t)
held = [stability(model) for model in models[1:]]
t = mark("stability", t)
PCA(2).fit_transform(scaled)
t = mark("pca", t)
marks["judged"] = (t - start) * 1000
marks["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps(marks))
