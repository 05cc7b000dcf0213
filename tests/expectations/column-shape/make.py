"""Shapes of numbers by NumPy and R: histogram, box plot, cumulative shares.

    python3 tests/expectations/column-shape/make.py

The numbers of values are 4 k + 1, where R's hinges are its quartiles of type 7.
"""

import json
import pathlib
import subprocess

import numpy as np

draw = np.random.default_rng(6)
SAMPLES = {
    "even": np.round(draw.normal(50, 12, 401), 3),
    "skewed": np.round(draw.lognormal(2, 1.1, 801), 2),
    "spread": np.round(draw.standard_cauchy(1001), 3),
}
SCRIPT = """
x <- scan(file("stdin"), quiet = TRUE)
b <- boxplot.stats(x)
cat(b$stats, "\\n"); cat(length(b$out), "\\n"); cat(sprintf("%.15f", ecdf(x)(quantile(x, c(0, .1, .5, .9, 1), type = 1))), "\\n")
cat(quantile(x, c(0, .1, .5, .9, 1), type = 1), "\\n")
"""


def by_r(values):
    text = "\n".join(repr(float(v)) for v in values)
    lines = subprocess.run(["Rscript", "-e", SCRIPT], input=text, capture_output=True, text=True, check=True).stdout
    stats, beyond, shares, at = [[float(n) for n in line.split()] for line in lines.strip().split("\n")]
    return {"stats": stats, "beyond": int(beyond[0]), "ecdf": [list(pair) for pair in zip(at, shares)]}


def shapes(values):
    out = {"values": values.tolist(), "r": by_r(values), "histograms": {}}
    for bins in (5, 12, 40):
        counts, edges = np.histogram(values, bins=bins)
        out["histograms"][bins] = {"counts": counts.tolist(), "edges": edges.tolist()}
    if values.min() > 0:
        edges = np.geomspace(values.min(), values.max(), 13)
        counts, _ = np.histogram(values, bins=edges)
        out["log"] = {"counts": counts.tolist(), "edges": edges.tolist()}
    return out


path = pathlib.Path(__file__).with_name("column-shape.json")
path.write_text(json.dumps({name: shapes(values) for name, values in SAMPLES.items()}) + "\n")
