"""Siting problems by HiGHS (scipy.optimize.milp), from the formulations in docs/methods/siting.md.

Reads one JSON object a line: {"pieces": [{"metres": m, "standing": s, "candidates": [j, ...]}, ...], "costs": [...],
"ask": "cover" | "all" | "cheapest" | "backup", "sites": p or null, "budget": b or null, "weight": beta or null}
and writes the optimal objective of each, a number a line. `standing` is how many existing facilities cover a piece.
"""
import json
import sys

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix


def solve(problem):
    pieces, costs = problem["pieces"], np.asarray(problem["costs"], float)
    n, m = len(costs), len(pieces)
    metres = np.array([piece["metres"] for piece in pieces])
    standing = np.array([piece["standing"] for piece in pieces])
    rows = [i for i, piece in enumerate(pieces) for _ in piece["candidates"]]
    columns = [j for piece in pieces for j in piece["candidates"]]
    cover = coo_matrix((np.ones(len(rows)), (rows, columns)), (m, n)).tocsr()
    if problem["ask"] in ("all", "cheapest"):
        open_rows = np.flatnonzero((standing == 0) & (np.diff(cover.indptr) > 0))
        price = np.ones(n) if problem["ask"] == "all" else costs
        answer = milp(price, constraints=LinearConstraint(cover[open_rows], 1, np.inf), integrality=np.ones(n), bounds=Bounds(0, 1), options={"mip_rel_gap": 0})
        return answer.fun
    # x sites, z covered once, y covered twice: z + y <= standing + sum of x, z and y at most 1.
    beta = problem["weight"] or 0.0
    eye = coo_matrix((np.ones(m), (np.arange(m), np.arange(m))), (m, m)).tocsr()
    from scipy.sparse import hstack
    limits = [LinearConstraint(hstack([cover, -eye, -eye]).tocsr(), -standing.astype(float), np.inf)]
    if problem["sites"] is not None:
        limits.append(LinearConstraint(np.r_[np.ones(n), np.zeros(2 * m)][None, :], 0, problem["sites"]))
    if problem["budget"] is not None:
        limits.append(LinearConstraint(np.r_[costs, np.zeros(2 * m)][None, :], 0, problem["budget"]))
    answer = milp(
        np.r_[np.zeros(n), -metres, -beta * metres],
        constraints=limits,
        integrality=np.r_[np.ones(n), np.zeros(2 * m)],
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0})
    return -answer.fun


for line in sys.stdin:
    print(repr(float(solve(json.loads(line)))), flush=True)
