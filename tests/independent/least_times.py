"""Least times to places over roads that are sampled densely: on foot to any sample, by road, on foot from any sample.

Lines read: 'walk SECONDS_PER_METRE'; 'road FORWARD BACKWARD x y z x y z ...' (seconds of the whole road, 'inf' where it may
not be driven); 'base x y z'; 'to x y z'. Roads meet where they have an end in common. Prints a time for each 'to'.
"""
import sys

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

STEP = 4.0

walk = 1.0
nodes = {}
places, bases, targets = [], [], []
rows, columns, seconds = [], [], []


def number(point, is_end):
    key = tuple(np.round(point, 3))
    if is_end and key in nodes:
        return nodes[key]
    places.append(point)
    if is_end:
        nodes[key] = len(places) - 1
    return len(places) - 1


def road(forward, backward, shape):
    lengths = np.linalg.norm(np.diff(shape, axis=0), axis=1)
    total = lengths.sum()
    before = number(shape[0], True)
    for i, length in enumerate(lengths):
        pieces = max(1, int(np.ceil(length / STEP)))
        for k in range(1, pieces + 1):
            point = shape[i] + (shape[i + 1] - shape[i]) * (k / pieces)
            here = number(point, i + 1 == len(lengths) and k == pieces)
            share = length / pieces / total
            for a, b, whole in ((before, here, forward), (here, before, backward)):
                if np.isfinite(whole):
                    rows.append(a)
                    columns.append(b)
                    seconds.append(max(whole * share, 1e-12))
            before = here


for line in sys.stdin:
    words = line.split()
    if words[0] == "walk":
        walk = float(words[1])
        continue
    numbers = [float(word) for word in words[1:]]
    if words[0] == "road":
        road(numbers[0], numbers[1], np.array(numbers[2:]).reshape(-1, 3))
    else:
        (bases if words[0] == "base" else targets).append(numbers)

samples = np.array(places)
first = len(samples)
onto = np.full(first, np.inf)
for base in bases:
    onto = np.minimum(onto, walk * np.linalg.norm(samples - np.array(base), axis=1))
rows += [first] * first
columns += range(first)
seconds += list(np.maximum(onto, 1e-12))
order = np.lexsort((seconds, columns, rows))
r, c, s = np.array(rows)[order], np.array(columns)[order], np.array(seconds)[order]
keep = np.append(True, (np.diff(r) != 0) | (np.diff(c) != 0))
graph = csr_matrix((s[keep], (r[keep], c[keep])), shape=(first + 1, first + 1))
times = dijkstra(graph, indices=first)[:first]
for target in targets:
    place = np.array(target)
    best = (times + walk * np.linalg.norm(samples - place, axis=1)).min()
    direct = min(walk * np.linalg.norm(np.array(base) - place) for base in bases)
    print(repr(float(min(best, direct))))
