#!/usr/bin/python3
"""A viewshed by brute force, from the definition in docs/methods/sight.md but in its other form: every height is lowered
by the drop of the Earth's surface, and slopes from the eye are compared. Plain NumPy, one target at a time.

Reads one problem a line (JSON) from standard input: columns, rows, cellWidthMetres, cellHeightMetres, column, row,
observerHeightMetres, targetHeightMetres, refraction, rangeMetres, heights (row by row from north; null is a void).
Prints one line a problem: a 1 for each cell seen and a 0 for each not, row by row.
"""
import json
import sys

import numpy as np

EARTH_RADIUS_METRES = 6371008.8
TOUCH_METRES = 1e-6


def viewshed(problem):
    columns, rows = problem["columns"], problem["rows"]
    width, height = problem["cellWidthMetres"], problem["cellHeightMetres"]
    z = np.array([np.nan if h is None else h for h in problem["heights"]], dtype=float).reshape(rows, columns)
    drop = (1 - problem["refraction"]) / (2 * EARTH_RADIUS_METRES)
    column, row = problem["column"], problem["row"]
    eye = z[row, column] + problem["observerHeightMetres"]
    seen = np.zeros((rows, columns), dtype=int)
    for r in range(rows):
        for c in range(columns):
            dx, dy = c - column, r - row
            far = np.hypot(dx * width, dy * height)
            if (dx * width) ** 2 + (dy * height) ** 2 > problem["rangeMetres"] ** 2 or np.isnan(z[r, c]):
                continue
            if dx == 0 and dy == 0:
                seen[r, c] = 1
                continue
            steps = max(abs(dx), abs(dy))
            slope = (z[r, c] + problem["targetHeightMetres"] - drop * far ** 2 - eye) / far
            k = np.arange(1, steps)
            if abs(dx) >= abs(dy):
                whole, rest = np.divmod(k * dy, steps)
                near, beside = z[row + whole, column + np.sign(dx) * k], z[np.minimum(row + whole + 1, rows - 1), column + np.sign(dx) * k]
            else:
                whole, rest = np.divmod(k * dx, steps)
                near, beside = z[row + np.sign(dy) * k, column + whole], z[row + np.sign(dy) * k, np.minimum(column + whole + 1, columns - 1)]
            weight = rest / steps
            ground = np.where(rest == 0, near, near * (1 - weight) + beside * weight)
            at = far * k / steps
            hides = (ground - drop * at ** 2 - eye) / at > slope + TOUCH_METRES / at
            seen[r, c] = not np.any(hides & ~np.isnan(ground))
    return seen


for line in sys.stdin:
    print("".join(map(str, viewshed(json.loads(line)).ravel())))
