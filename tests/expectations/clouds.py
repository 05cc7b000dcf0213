"""The planted clouds of tests/engine/stats/planted.ts, for the scripts of the folders beside."""

import numpy as np

CENTRES = [[0, 0], [4, 0], [0, 4], [9, 9]]


def uniforms(seed):
    state = seed
    while True:
        state = (1103515245 * state + 12345) % 2147483648
        yield state / 2147483648


def planted(centres, each, spread, seed):
    draw = uniforms(seed)
    normal = lambda: sum(next(draw) for _ in range(12)) - 6
    return np.array([[at + spread * normal() for at in centre] for centre in centres for _ in range(each)])
