"""k-means with scikit-learn on float64 numbers that lie column by column in a file; prints JSON.

peer_kmeans.py FILE COLUMNS K_MIN K_MAX STARTS
"""
import json
import sys
import time

import numpy as np
from sklearn.cluster import KMeans

path = sys.argv[1]
columns, k_min, k_max, starts = (int(text) for text in sys.argv[2:])
points = np.ascontiguousarray(np.fromfile(path).reshape(columns, -1).T)
ms = []
inertias = []
for k in range(k_min, k_max + 1):
    started = time.perf_counter()
    inertias.append(KMeans(n_clusters=k, n_init=starts, random_state=1).fit(points).inertia_)
    ms.append((time.perf_counter() - started) * 1000)
print(json.dumps({"ms": sum(ms), "each": ms, "inertias": inertias}))
