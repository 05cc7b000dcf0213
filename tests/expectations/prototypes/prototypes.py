"""k-prototypes by brute force: many random starts of plain Huang 1998, in numpy. Writes prototypes.json beside this file.

Usage: python3 prototypes.py; npx prettier --write prototypes.json
"""

import json
import pathlib

import numpy as np

STARTS = 3000


def once(numbers, codes, k, gamma, rng):
    rows = rng.choice(len(numbers), k, replace=False)
    means, modes = numbers[rows].copy(), codes[rows].copy()
    labels = None
    for _ in range(100):
        squares = ((numbers[:, None, :] - means[None]) ** 2).sum(2)
        differ = (codes[:, None, :] != modes[None]).sum(2)
        costs = squares + gamma * differ
        nearest = costs.argmin(1)
        cost = costs.min(1).sum()
        if labels is not None and (labels == nearest).all():
            return cost
        labels = nearest
        for c in range(k):
            own = labels == c
            if not own.any():
                continue
            means[c] = numbers[own].mean(0)
            for j in range(codes.shape[1]):
                modes[c, j] = np.bincount(codes[own, j]).argmax()
    return cost


def case(name, numbers, texts, ks, seed):
    rng = np.random.default_rng(seed)
    numbers = np.round(numbers, 3)
    codes = np.stack([np.unique(column, return_inverse=True)[1] for column in texts.T], 1)
    gamma = 0.5 * numbers.std(0).mean()
    best = {str(k): min(once(numbers, codes, k, gamma, rng) for _ in range(STARTS)) for k in ks}
    return {"name": name, "numbers": numbers.tolist(), "texts": texts.tolist(), "gamma": gamma, "best": best}


def main():
    rng = np.random.default_rng(7)
    centres = np.array([[0, 0], [3, 0], [0, 3]])
    groups = np.repeat(np.arange(3), 30)
    likely = np.array(["Bonn", "Köln", "Aachen"])
    clear = np.where(rng.random(90) < 0.8, likely[groups], rng.choice(likely, 90))
    first = case(
        "clouds",
        centres[groups] + rng.normal(size=(90, 2)),
        np.stack([clear, rng.choice(["yes", "no"], 90)], 1),
        [1, 2, 3, 4, 5],
        1,
    )
    second = case(
        "no structure",
        rng.normal(size=(60, 3)),
        np.stack([rng.choice(list("abcdef"), 60), rng.choice(["x", "y", ""], 60)], 1),
        [2, 3, 4],
        2,
    )
    path = pathlib.Path(__file__).with_name("prototypes.json")
    path.write_text(json.dumps([first, second], ensure_ascii=False) + "\n")


main()
