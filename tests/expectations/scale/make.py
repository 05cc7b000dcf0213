"""Scaled columns by scikit-learn 1.2, for tests/engine/steps/scale.test.ts.

    python3 tests/expectations/scale/make.py

StandardScaler divides by the population deviation, RobustScaler by the interquartile range (type 7); all three turn a
constant column into 0 and keep blanks. Normalizer (l2) takes rows without blanks; `others` are rows that were not learnt from.
"""

import json
import pathlib

import numpy as np
import sklearn
from sklearn.preprocessing import MinMaxScaler, Normalizer, RobustScaler, StandardScaler

COLUMNS = {
    "spend": [12.5, 0.0, 310.75, None, 48.2, 7.0, 7.0, -3.25, 1999.99, 64.0],
    "orders": [1, 2, 3, 4, 5, 6, 7, 8, 9, None],
    "tenth": [0.1] * 10,
    "large": [1e6 + 1, 1e6 + 2, 1e6 + 3, 1e6 + 4, 1e6 + 5, 1e6 + 6, 1e6 + 7, 1e6 + 8, 1e6 + 9, 1e6 + 10],
}
SCALERS = {"z": StandardScaler, "min-max": MinMaxScaler, "robust": RobustScaler}


def plain(values):
    return [None if np.isnan(value) else value for value in values]


matrix = np.array([[np.nan if cell is None else cell for cell in cells] for cells in COLUMNS.values()], float).T
scaled = {name: SCALERS[name]().fit_transform(matrix).T for name in SCALERS}
whole = ~np.isnan(matrix).any(axis=1)
lengths = Normalizer().fit_transform(matrix[whole])
OTHERS = [[-100.0, 0, 0.1, 1e6], [2500.0, 12, 0.2, 2e6]]
others = {name: SCALERS[name]().fit(matrix).transform(OTHERS).tolist() for name in SCALERS}
out = {
    "source": f"scikit-learn {sklearn.__version__}",
    "columns": COLUMNS,
    "scaled": {name: dict(zip(COLUMNS, map(plain, values.tolist()))) for name, values in scaled.items()},
    "unit_length": {"rows": np.flatnonzero(whole).tolist(), "scaled": lengths.tolist()},
    "others": {"rows": OTHERS, "scaled": others},
}
path = pathlib.Path(__file__).parent / "scale.json"
path.write_text(json.dumps(out, indent=2) + "\n")
