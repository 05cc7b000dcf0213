"""Writes mixture.json: Gaussian mixtures by scikit-learn, and by R's mclust, from the same starts.

Usage: python3 mixture.py IRIS; npx prettier --write mixture.json   (IRIS: customers/iris.csv of the shared data)
Made with Python 3.11, scikit-learn 1.2.1, R 4.2.2, mclust 6.0.0. The file itself is not part of this project.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.mixture import GaussianMixture


def uniforms(seed):
    """The stream of tests/engine/stats/planted.ts."""
    state = seed
    while True:
        state = (1103515245 * state + 12345) % 2**31
        yield state / 2**31


def normals(draw):
    while True:
        yield sum(next(draw) for _ in range(12)) - 6


def geysers(seed=5):
    """Two slanted clouds that touch, 180 and 90 points: short and long eruptions, and how long one waited."""
    normal = normals(uniforms(seed))
    rows = []
    for count, centre, root in [(180, (4.3, 80), ((0.4, 0), (5, 3))), (90, (2.2, 60), ((0.3, 0), (6, 5)))]:
        for _ in range(count):
            a, b = next(normal), next(normal)
            rows.append((centre[0] + root[0][0] * a, centre[1] + root[1][0] * a + root[1][1] * b))
    return np.array(rows)


def blobs(seed=9):
    """Three clouds of 60 points in three dimensions, two of them overlapping."""
    normal = normals(uniforms(seed))
    centres = [((0, 0, 0), 1), ((2, 1, 0), 0.5), ((-4, 4, 1), 2)]
    return np.array([[at + spread * next(normal) for at in centre] for centre, spread in centres for _ in range(60)])


def started(rows, labels, kind, floor):
    """scikit-learn's own start from k-means, with these labels."""
    k, d = labels.max() + 1, rows.shape[1]
    parts = [rows[labels == c] for c in range(k)]
    means = np.array([part.mean(0) for part in parts])
    covariances = [np.cov(part.T, bias=True) + floor * np.eye(d) for part in parts]
    precisions = np.linalg.inv(np.array(covariances))
    if kind == "diag":
        precisions = np.array([1 / np.diag(one) for one in covariances])
    return dict(weights_init=np.bincount(labels) / len(rows), means_init=means, precisions_init=precisions)


def sklearn_says(rows, labels, kind, floor):
    k = labels.max() + 1
    model = GaussianMixture(
        k, covariance_type=kind, reg_covar=floor, tol=1e-13, max_iter=5000, **started(rows, labels, kind, floor)
    ).fit(rows)
    return dict(
        kind=kind,
        floor=floor,
        logLikelihood=model.score(rows) * len(rows),
        bic=model.bic(rows),
        weights=model.weights_.tolist(),
        means=model.means_.tolist(),
        covariances=[(np.diag(one) if kind == "diag" else one).tolist() for one in model.covariances_],
        shares=model.predict_proba(rows[::15]).tolist(),
        labels="".join(map(str, model.predict(rows))),
    )


MCLUST = """
library(mclust)
rows <- as.matrix(read.csv(commandArgs(TRUE)[1], header = FALSE)); labels <- scan(commandArgs(TRUE)[2], quiet = TRUE)
for (model in c("VVV", "VVI")) {
  fit <- me(rows, modelName = model, z = unmap(labels), control = emControl(tol = c(1e-15, 1e-15), itmax = c(20000, 20000)))
  fit$bic <- bic(model, fit$loglik, fit$n, fit$d, fit$G)
  cat(sprintf("%.12g ", c(fit$loglik, fit$bic, icl(structure(fit, class = "Mclust")), fit$parameters$pro)), "\\n")
}
"""


def mclust_says(rows, labels):
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        pd.DataFrame(rows).to_csv(at / "rows.csv", header=False, index=False)
        (at / "labels").write_text(" ".join(map(str, labels + 1)))
        (at / "mixture.R").write_text(MCLUST)
        out = subprocess.run(
            ["Rscript", at / "mixture.R", at / "rows.csv", at / "labels"], capture_output=True, text=True, check=True
        ).stdout
    lines = [[float(value) for value in line.split()] for line in out.splitlines() if line[:1] in "-0123456789"]
    # mclust's BIC and ICL have the other sign.
    return {
        kind: dict(logLikelihood=line[0], bic=-line[1], icl=-line[2], weights=line[3:])
        for kind, line in zip(["full", "diag"], lines)
    }


iris = pd.read_csv(sys.argv[1]).select_dtypes("number").iloc[:, -4:]
sets = dict(geysers=(geysers(), 2), blobs=(blobs(), 3), iris=(iris.to_numpy(), 3))
written = {}
for name, (rows, k) in sets.items():
    labels = KMeans(k, n_init=20, random_state=0).fit_predict(rows)
    written[name] = dict(
        columns=list(iris.columns) if name == "iris" else None,
        k=k,
        start="".join(map(str, labels)),
        sklearn=[sklearn_says(rows, labels, kind, floor) for kind, floor in [("full", 1e-6), ("diag", 1e-6), ("full", 0.01)]],
        mclust=mclust_says(rows, labels),
        sklearnBics=[
            GaussianMixture(n, n_init=10, random_state=1, tol=1e-8, max_iter=2000).fit(rows).bic(rows)
            for n in range(1, 6)
        ],
    )
Path(__file__).with_name("mixture.json").write_text(json.dumps(written))
