"""Siting problems by HiGHS (scipy.optimize.milp), from the formulations in docs/methods/siting.md.

Reads one JSON object a line: {"pieces": [{"metres": m, "standing": s, "owner": k, "candidates": [j, ...]}, ...],
"costs": [...], "ask": "cover" | "all" | "cheapest" | "backup" | "robust", "sites": p or null, "budget": b or null,
"weight": beta or null} and writes the optimal objective of each, a number a line. `standing` is how many existing
facilities cover a piece, `owner` the number of the only one where it is one.
"""
import json
import sys

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix, hstack


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
    if problem["ask"] == "robust":
        return robust(pieces, metres, standing, cover, problem["sites"])
    # x sites, z covered once, y covered twice: z + y <= standing + sum of x, z and y at most 1.
    beta = problem["weight"] or 0.0
    eye = coo_matrix((np.ones(m), (np.arange(m), np.arange(m))), (m, m)).tocsr()
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


def robust(pieces, metres, standing, cover, sites):
    """x sites, z covered, y covered twice, and the worst loss: at least what each site, or each that stands, covers alone."""
    m, n = cover.shape
    eye = coo_matrix((np.ones(m), (np.arange(m), np.arange(m))), (m, m)).tocsr()
    limits = [
        LinearConstraint(hstack([cover, -eye, -eye, coo_matrix((m, 1))]).tocsr(), -standing.astype(float), np.inf),
        LinearConstraint(np.r_[np.ones(n), np.zeros(2 * m + 1)][None, :], 0, sites),
    ]
    # A site loses what it covers and nobody else does: w * (x - y) over its pieces, where nobody stands.
    alone = cover.multiply((metres * (standing == 0))[:, None]).tocsr()
    rows = hstack([coo_matrix(np.diag(np.asarray(alone.sum(axis=0)).ravel())), coo_matrix((n, m)), -alone.T, -np.ones((n, 1))]).tocsr()
    limits.append(LinearConstraint(rows, -np.inf, 0))
    # One that stands loses its pieces that no site covers: with one that stands, y says whether one does.
    owners = sorted({piece["owner"] for piece in pieces if piece["standing"] == 1})
    number = {owner: i for i, owner in enumerate(owners)}
    own = [i for i, piece in enumerate(pieces) if piece["standing"] == 1]
    mine = coo_matrix((metres[own], ([number[pieces[i]["owner"]] for i in own], own)), (len(owners), m)).tocsr()
    if owners:
        rows = hstack([coo_matrix((len(owners), n)), coo_matrix((len(owners), m)), -mine, -np.ones((len(owners), 1))]).tocsr()
        limits.append(LinearConstraint(rows, -np.inf, -np.asarray(mine.sum(axis=1)).ravel()))
    answer = milp(
        np.r_[np.zeros(n), -metres, np.zeros(m), 1],
        constraints=limits,
        integrality=np.r_[np.ones(n), np.ones(2 * m), 0],
        bounds=Bounds(0, np.r_[np.ones(n + 2 * m), np.inf]),
        options={"mip_rel_gap": 0})
    return -answer.fun


for line in sys.stdin:
    print(repr(float(solve(json.loads(line)))), flush=True)
