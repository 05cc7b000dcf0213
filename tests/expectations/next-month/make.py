"""Online Retail's second half held against its first, by pandas and scikit-learn, written without a look at src/.

    python3 tests/expectations/next-month/make.py ../shared/data/transactions/online_retail_2010-2011.csv

The first half is every row before 1 June 2011, the second all others; each is added up as tests/expectations/rfm/make.py
says, to the day after its last date. Five segments are learnt from the first half (log1p, money below 0 as 0;
z with divisor n; k-means, the best of 200 starts), numbered by falling mean money, and the customers of the second half
take the nearest centroid.

Definitions (docs/RECIPE.md, segment): bins between the deciles of the first half (numpy's default), equal ones once, a
value on an edge in the lower bin; PSI = sum (now - then) ln(now / then) with shares of at least 0.0001; reach = 99 %
quantile of the distances to the centroid, at least the median over all; unfit = farther than 1.5 reaches.
Gained is what customers brought more in the second half than in the first, new ones all; lost what they brought less.
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans

here = pathlib.Path(__file__).parent
FEATURES = ["frequency", "monetary", "recency_days"]
IDS = [1, 2, 3, 4, 5]


def add_up(rows):
    rows = rows.copy()
    rows["money"] = rows.Quantity * rows.UnitPrice
    returned = (rows.Quantity < 0) | (rows.money < 0)
    rows["day"] = rows.InvoiceDate.dt.normalize()
    rows["net"] = rows.money.abs().where(~returned, -rows.money.abs())
    reference = rows.day.max() + pd.Timedelta(days=1)
    bought = rows[~returned].groupby("CustomerID")
    result = pd.DataFrame(
        {
            "recency_days": (reference - bought.day.max()).dt.days.clip(lower=1),
            "frequency": bought.InvoiceNo.nunique(),
        }
    )
    result["monetary"] = rows.groupby("CustomerID").net.sum().reindex(result.index).round(4) + 0.0
    return result, reference.strftime("%Y-%m-%d")


def psi(then, now):
    then, now = np.maximum(then, 0.0001), np.maximum(now, 0.0001)
    return float(((now - then) * np.log(now / then)).sum())


def shares(values, edges):
    cut = pd.cut(values, [-np.inf, *edges, np.inf], labels=False)
    return np.bincount(cut, minlength=len(edges) + 1) / len(values)


def list_of(values):
    return [round(float(value), 12) for value in values]


text = {"InvoiceNo": str, "StockCode": str, "CustomerID": str}
rows = pd.read_csv(sys.argv[1], dtype=text, parse_dates=["InvoiceDate"]).drop_duplicates()
rows = rows.dropna(subset=["CustomerID", "InvoiceDate", "Quantity", "UnitPrice"])
early = rows.InvoiceDate < "2011-06-01"
(first, first_day), (second, second_day) = add_up(rows[early]), add_up(rows[~early])

logs = [np.log1p(half[FEATURES].clip(lower=0)) for half in (first, second)]
centre, spread = logs[0].mean(), logs[0].std(ddof=0)
points = [((half - centre) / spread).to_numpy() for half in logs]
kmeans = KMeans(5, n_init=200, max_iter=1000, tol=0, random_state=2).fit(points[0])
order = first.monetary.groupby(kmeans.labels_).mean().sort_values(ascending=False).index
centroids = kmeans.cluster_centers_[order]


def nearest(half):
    distances = np.linalg.norm(half[:, None, :] - centroids[None], axis=2)
    return distances.argmin(axis=1) + 1, distances.min(axis=1)


(first["segment"], away), (second["segment"], away_now) = nearest(points[0]), nearest(points[1])
reach = np.array([max(np.quantile(away[first.segment == id], 0.99), np.median(away)) for id in IDS])
second["unfit"] = away_now > 1.5 * reach[second.segment - 1]

features = {}
for name in FEATURES:
    edges = np.unique(np.quantile(first[name], np.arange(1, 10) / 10))
    then, now = shares(first[name], edges), shares(second[name], edges)
    features[name] = {
        "edges": list_of(edges),
        "then": list_of(then),
        "now": list_of(now),
        "psi": psi(then, now),
        "median": [float(first[name].median()), float(second[name].median())],
    }

sizes = [half.segment.value_counts().reindex(IDS).fillna(0).to_numpy() for half in (first, second)]
both = first.join(second, lsuffix="_then", rsuffix="_now", how="outer")
both["from"] = both.segment_then.fillna(0).astype(int)
both["to"] = both.segment_now.fillna(0).astype(int)
change = both.monetary_now.fillna(0) - both.monetary_then.fillna(0)
flows = both.groupby(["from", "to"]).agg(
    customers=("to", "size"), then=("monetary_then", "sum"), now=("monetary_now", "sum")
)
moved = both[(both["from"] > 0) & (both["to"] > 0) & (both["from"] != both["to"])]

facts = {
    "halves": [len(first), len(second)],
    "referenceDates": [first_day, second_day],
    "inertia": float(kmeans.inertia_),
    "centroids": [list_of(centroid) for centroid in centroids],
    "reaches": list_of(reach),
    "sizes": [[int(size) for size in half] for half in sizes],
    "sizesPsi": psi(sizes[0] / len(first), sizes[1] / len(second)),
    "features": features,
    "unfit": {
        "count": int(second.unfit.sum()),
        "bySegment": [int(second.unfit[second.segment == id].sum()) for id in IDS],
        "customers": sorted(second.index[second.unfit]),
    },
    # 0: not there in that half.
    "flows": [
        {"from": int(at[0]), "to": int(at[1]), "customers": int(flow.customers), "then": round(float(flow.then), 2), "now": round(float(flow.now), 2)}
        for at, flow in flows.iterrows()
    ],
    "moved": len(moved),
    "stayed": int(((both["from"] > 0) & (both["from"] == both["to"])).sum()),
    "new": int((both["from"] == 0).sum()),
    "gone": int((both["to"] == 0).sum()),
    "gained": round(float(change.clip(lower=0).sum()), 2),
    "lost": round(float(-change.clip(upper=0).sum()), 2),
    "movedFromTo": {
        f"{a}-{b}": sorted(both.index[(both["from"] == a) & (both["to"] == b)])[:5]
        for a, b in ((1, 2), (2, 1), (3, 1), (1, 3))
    },
}
(here / "online-retail.json").write_text(json.dumps(facts, indent=2) + "\n")
print({key: facts[key] for key in ("halves", "sizes", "moved", "stayed", "new", "gone", "gained", "lost", "unfit", "flows")})
