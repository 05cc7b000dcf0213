"""Writes compare-groupings.json: cross tables by pandas and adjusted Rand indices by scikit-learn.

Usage: python3 compare-groupings.py; npx prettier --write compare-groupings.json
Made with Python 3.11, scikit-learn 1.2.1, pandas 1.5.3.
"""

import json
from pathlib import Path

import pandas as pd
from sklearn.metrics import adjusted_rand_score


def digits(seed, n, k):
    """k different digits, drawn with the stream of tests/engine/stats/planted.ts."""
    out, state = [], seed
    for _ in range(n):
        state = (1103515245 * state + 12345) % 2147483648
        out.append(1 + int(state / 2147483648 * k))
    return out


first, other = digits(3, 200, 4), digits(9, 200, 5)
CASES = {
    "unrelated": (first, other),
    "same": (first, [5 - one for one in first]),
    "near": (first, [other[i] if i % 5 == 0 else one for i, one in enumerate(first)]),
    "merged": (first, [min(one, 3) for one in first]),
    "one": (first, [1] * 200),
}

Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {
            name: {
                "ours": "".join(map(str, ours)),
                "theirs": "".join(map(str, theirs)),
                "counts": pd.crosstab(pd.Series(theirs), pd.Series(ours)).values.tolist(),
                "rand": adjusted_rand_score(ours, theirs),
            }
            for name, (ours, theirs) in CASES.items()
        }
    )
)
