"""Blanks filled and rows dropped in real files by pandas 1.5.

    python3 tests/expectations/missing/make.py ../shared/data

Only cells that were blank are written down: [row, value], rows from 0. For interpolation by time the file has no blanks, so
that every row whose number leaves 2 or 3 when divided by 5 is made blank first; days are missing in it between others.
"""

import json
import pathlib
import sys

import pandas as pd

data = pathlib.Path(sys.argv[1])
credit = pd.read_csv(data / "customers/credit_data.csv")
gold = pd.read_csv(data / "timeseries/gold_daily_with_gaps.csv")
views = pd.read_csv(data / "timeseries/prophet_example_wp_log_R.csv", parse_dates=["ds"])
assert views["ds"].is_unique


def filled(before, after):
    rows = before.index[before.isna()]
    return [[int(row), None if pd.isna(after[row]) else after[row]] for row in rows]


NUMBERS = ["Income", "Assets", "Debt"]
WORDS = ["Home", "Marital", "Job"]


def mode(values):
    found = values.mode()
    return found.iloc[0] if len(found) else None


def by_group(column, how):
    grouped = credit.groupby("Job")[column]
    within = grouped.transform(how)
    return credit[column].fillna(within).fillna(how(credit[column]))


ways = {
    "median": {c: credit[c].fillna(credit[c].median()) for c in NUMBERS},
    "mean": {c: credit[c].fillna(credit[c].mean()) for c in NUMBERS},
    "most-frequent": {c: credit[c].fillna(mode(credit[c])) for c in NUMBERS + WORDS},
    "forward": {c: credit[c].ffill() for c in NUMBERS + WORDS},
    "backward": {c: credit[c].bfill() for c in NUMBERS + WORDS},
}
grouped = {
    "median": {c: by_group(c, lambda v: v.median()) for c in NUMBERS},
    "mean": {c: by_group(c, lambda v: v.mean()) for c in NUMBERS},
    "most-frequent": {c: by_group(c, mode) for c in NUMBERS + ["Home", "Marital"]},
    "forward": {c: credit.groupby("Job")[c].ffill() for c in NUMBERS + ["Home"]},
    "backward": {c: credit.groupby("Job")[c].bfill() for c in NUMBERS + ["Home"]},
}
blanked = views["y"].where(~views.index.to_series().mod(5).isin([2, 3]))
in_order = pd.Series(blanked.to_numpy(), index=views["ds"]).sort_index().interpolate("time", limit_area="inside")
by_time = pd.Series(in_order.loc[views["ds"]].to_numpy())
every = filled(blanked, by_time)
CREDIT = {c: credit[c] for c in credit}
out = {
    "source": f"pandas {pd.__version__}",
    "credit": {way: {c: filled(credit[c], after) for c, after in columns.items()} for way, columns in ways.items()},
    "credit_by_job": {
        way: {c: filled(credit[c], after) for c, after in columns.items()} for way, columns in grouped.items()
    },
    "gold_linear": filled(gold["value"], gold["value"].interpolate("linear", limit_area="inside")),
    "views_time": every[:: max(1, len(every) // 60)],
    "views_time_blanks": len(every),
    "credit_rows_left": {str(most): int(len(credit.dropna(thresh=credit.shape[1] - most))) for most in range(5)},
    "credit_sparse": {
        str(share): [c for c in credit if credit[c].isna().mean() > share] for share in [0, 0.002, 0.01, 0.05]
    },
}
path = pathlib.Path(__file__).parent / "missing.json"
path.write_text(json.dumps(out) + "\n")
print({key: out[key] for key in ["views_time_blanks", "credit_rows_left", "credit_sparse"]}, path.stat().st_size)
