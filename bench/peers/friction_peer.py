#!/usr/bin/python3
"""What a scikit-image user would write for a least-cost path.

    friction_peer.py --worker FOLDER   read FOLDER/friction.f32 (a square of 32-bit numbers); then for each line of input
                                       (a work's name) do it once and print {"seconds", "answers"}

Measured with python3-skimage 0.19.3; needs it and python3-numpy. The grid is in memory, in double precision, before the
clock runs.
"""
import json
import math
import os
import sys
import time

import numpy
from skimage.graph import route_through_array


def corner_to_corner(friction):
    last = friction.shape[0] - 1
    path, cost = route_through_array(friction, (0, 0), (last, last), fully_connected=True, geometric=True)
    return {"cost": float(cost), "cells": len(path)}


WORKS = {"corner-to-corner": corner_to_corner}


def main():
    if len(sys.argv) != 3 or sys.argv[1] != "--worker":
        sys.exit(__doc__)
    friction = numpy.fromfile(os.path.join(sys.argv[2], "friction.f32"), dtype=numpy.float32).astype(float)
    friction = friction.reshape(math.isqrt(friction.size), -1)
    print("ready", flush=True)
    for line in sys.stdin:
        begin = time.perf_counter()
        answers = WORKS[line.strip()](friction)
        print(json.dumps({"seconds": time.perf_counter() - begin, "answers": answers}), flush=True)


main()
