#!/usr/bin/python3
"""Maximal covering and set covering by HiGHS and CBC, with demand at points.

    siting_peer.py --worker FOLDER   read cover.json once; then for each line of input solve it, timed:
                                     "highs P", "cbc P" (at most P sites), "highs all", "cbc all" (fewest sites)

cover.json has the number of demand points and, for each candidate, the points that it covers. What is timed is building
the model and solving it to proven optimality. Points that the same candidates cover are one row with their number as
weight, which is these solvers' best form of the problem; finding these rows is not timed. The chosen candidates are written to chosen.txt.
Needs Debian's python3-scipy (HiGHS), python3-pulp and coinor-cbc.
"""
import json
import os
import sys
import time

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix, hstack, identity


class Problem:
    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "cover.json"), encoding="utf-8") as file:
            cover = json.load(file)
        self.points = cover["points"]
        self.columns = [np.asarray(points, np.int64) for points in cover["candidates"]]
        self.weights, self.cover = self.rows()

    def rows(self):
        """Distinct rows of the cover matrix, with how many points each stands for."""
        counts = np.array([len(column) for column in self.columns])
        candidate = np.repeat(np.arange(len(self.columns)), counts)
        point = np.concatenate(self.columns) if len(self.columns) else np.zeros(0, np.int64)
        order = np.lexsort((candidate, point))
        candidate, point = candidate[order], point[order]
        starts = np.flatnonzero(np.r_[True, point[1:] != point[:-1]]) if len(point) else np.zeros(0, np.int64)
        ends = np.r_[starts[1:], len(point)]
        number, weights, row_of, column_of = {}, [], [], []
        for start, end in zip(starts, ends):
            key = candidate[start:end].tobytes()
            row = number.get(key)
            if row is None:
                row = number[key] = len(weights)
                weights.append(0)
                row_of.append(np.full(end - start, row))
                column_of.append(candidate[start:end])
            weights[row] += 1
        if not weights:
            return np.zeros(0), coo_matrix((0, len(self.columns))).tocsr()
        shape = (len(weights), len(self.columns))
        rows, columns = np.concatenate(row_of), np.concatenate(column_of)
        return np.asarray(weights, float), coo_matrix((np.ones(len(rows)), (rows, columns)), shape).tocsr()

    def highs(self, most):
        weights, cover = self.weights, self.cover
        m, n = cover.shape
        if most is None:
            answer = milp(np.ones(n), constraints=LinearConstraint(cover, 1, np.inf), integrality=np.ones(n), bounds=Bounds(0, 1), options={"mip_rel_gap": 0})
            return answer.fun, np.flatnonzero(answer.x > 0.5)
        matrix = hstack([cover, -identity(m)]).tocsr()
        limits = [
            LinearConstraint(matrix, 0, np.inf),
            LinearConstraint(np.r_[np.ones(n), np.zeros(m)][None, :], 0, most),
        ]
        answer = milp(
            np.r_[np.zeros(n), -weights], constraints=limits, integrality=np.r_[np.ones(n), np.zeros(m)], bounds=Bounds(0, 1), options={"mip_rel_gap": 0})
        return -answer.fun, np.flatnonzero(answer.x[:n] > 0.5)

    def cbc(self, most):
        import pulp

        weights, cover = self.weights, self.cover
        m, n = cover.shape
        model = pulp.LpProblem("siting", pulp.LpMinimize if most is None else pulp.LpMaximize)
        x = [pulp.LpVariable(f"x{j}", cat="Binary") for j in range(n)]
        if most is None:
            model += pulp.lpSum(x)
            for i in range(m):
                model += pulp.lpSum(x[j] for j in cover.indices[cover.indptr[i]:cover.indptr[i + 1]]) >= 1
        else:
            z = [pulp.LpVariable(f"z{i}", 0, 1) for i in range(m)]
            model += pulp.lpSum(w * v for w, v in zip(weights, z))
            for i in range(m):
                model += pulp.lpSum(x[j] for j in cover.indices[cover.indptr[i]:cover.indptr[i + 1]]) >= z[i]
            model += pulp.lpSum(x) <= most
        model.solve(pulp.COIN_CMD(path="/usr/bin/cbc", msg=False, gapRel=0))
        return pulp.value(model.objective), np.flatnonzero([v.value() > 0.5 for v in x])


def main():
    problem = Problem(sys.argv[2])
    print("ready", flush=True)
    for line in sys.stdin:
        solver, limit = line.split()
        begin = time.perf_counter()
        value, chosen = getattr(problem, solver)(None if limit == "all" else int(limit))
        seconds = time.perf_counter() - begin
        with open(os.path.join(problem.folder, "chosen.txt"), "w", encoding="utf-8") as file:
            file.write(" ".join(map(str, chosen)))
        print(json.dumps({"seconds": seconds, "answers": {"objective": round(float(value), 6), "sites": len(chosen)}}), flush=True)


if __name__ == "__main__":
    main()
