#!/usr/bin/python3
"""Times from all bases to every node of a road graph by igraph and by SciPy.

    roads_peer.py --worker FOLDER    read the graphs once, then for each line of input ("igraph open", "scipy closed", …)
                                     do it once and print {"seconds", "answers"}; only the search is timed

Needs Debian's python3-igraph, python3-scipy and python3-numpy. A super-source is joined to the seeds by arcs of the time
at which travel begins there: one search then answers for all bases at once.
"""
import json
import os
import sys
import time

import igraph
import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra


class Graph:
    def __init__(self, folder, name):
        def read(part, kind):
            return np.fromfile(os.path.join(folder, f"{name}-{part}"), kind)

        with open(os.path.join(folder, "nodes.txt"), encoding="utf-8") as file:
            self.nodes = int(file.read())
        begin, seeds = read("seed-seconds.f64", np.float64), read("seed-nodes.i32", np.int32)
        kept = np.isfinite(begin)
        begin, seeds = begin[kept], seeds[kept]
        start = np.concatenate([read("from.i32", np.int32), np.full(len(seeds), self.nodes, np.int32)])
        end = np.concatenate([read("to.i32", np.int32), seeds])
        seconds = np.concatenate([read("seconds.f64", np.float64), begin])
        self.igraph = igraph.Graph(n=self.nodes + 1, edges=np.column_stack([start, end]), directed=True)
        self.weights = seconds.tolist()
        # Of parallel arcs a matrix holds one: the shorter.
        order = np.lexsort((seconds, end, start))
        start, end, seconds = start[order], end[order], seconds[order]
        first = np.ones(len(start), bool)
        first[1:] = (start[1:] != start[:-1]) | (end[1:] != end[:-1])
        self.matrix = csr_matrix((seconds[first], (start[first], end[first])), shape=(self.nodes + 1, self.nodes + 1))

    def by_igraph(self):
        return self.igraph.distances([self.nodes], None, self.weights, mode="out")[0]

    def by_scipy(self):
        return dijkstra(self.matrix, directed=True, indices=self.nodes)


def answers(graph, seconds):
    seconds = np.asarray(seconds)[: graph.nodes]
    reached = np.isfinite(seconds)
    return {"sumHours": float(seconds[reached].sum() / 3600), "reached": int(reached.sum())}


def work(folder):
    graphs = {name: Graph(folder, name) for name in ("open", "closed")}
    print("ready", flush=True)
    for line in sys.stdin:
        library, name = line.split()
        graph = graphs[name]
        do = graph.by_igraph if library == "igraph" else graph.by_scipy
        begin = time.perf_counter()
        seconds = do()
        took = time.perf_counter() - begin
        print(json.dumps({"seconds": took, "answers": answers(graph, seconds)}), flush=True)


if __name__ == "__main__":
    work(sys.argv[2])
