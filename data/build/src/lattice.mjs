// A triangular lattice of jittered nodes over the region, and cheapest paths on it. A road is a path;
// since the lattice is planar and each node has one position, roads meet in shared vertices only.

import { distanceMetres } from './plane.mjs';
import { randomFrom } from './random.mjs';

const SPACING_METRES = 700;
const ROW = Math.sqrt(3) / 2;
const LEAST_BORDER_METRES = 420;
const ATTACH_DEGREES = 0.03;
const REUSE_FACTOR = 0.3;

export function latticeOf(ground) {
  const [west, south, east, north] = boxOf(ground.region);
  const [dx, dy] = [SPACING_METRES / 103_000, (SPACING_METRES * ROW) / 110_750];
  const columns = Math.ceil((east - west) / dx) + 2;
  const rows = Math.ceil((north - south) / dy) + 2;
  const random = randomFrom(900);
  const hills = noise(randomFrom(901));
  const nodes = [];
  const indexOf = new Int32Array(columns * rows).fill(-1);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = west + (column + (row % 2) / 2 + random.between(-0.22, 0.22)) * dx;
      const y = south + (row + random.between(-0.22, 0.22)) * dy;
      const position = [Number(x.toFixed(6)), Number(y.toFixed(6))];
      if (!ground.inside(position) || ground.borderDistanceMetres(position) < LEAST_BORDER_METRES) continue;
      indexOf[row * columns + column] = nodes.length;
      nodes.push({ position, edges: [], ruggedness: hills(position) });
    }
  }
  const link = (a, b) => {
    if (a < 0 || b < 0) return;
    const middle = [(nodes[a].position[0] + nodes[b].position[0]) / 2, (nodes[a].position[1] + nodes[b].position[1]) / 2];
    if (ground.inside(middle)) connect(nodes, a, b);
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = (r, c) => (r < 0 || r >= rows || c < 0 || c >= columns ? -1 : indexOf[r * columns + c]);
      const here = at(row, column);
      link(here, at(row, column + 1));
      link(here, at(row + 1, column + (row % 2)));
      link(here, at(row + 1, column - 1 + (row % 2)));
    }
  }
  return { nodes, size: nodes.length };
}

function boxOf(ring) {
  const [xs, ys] = [ring.map((p) => p[0]), ring.map((p) => p[1])];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function connect(nodes, a, b) {
  const metres = distanceMetres(nodes[a].position, nodes[b].position);
  const climb = 1 + 40 * Math.abs(nodes[a].ruggedness - nodes[b].ruggedness);
  const cost = metres * climb * (0.5 + (nodes[a].ruggedness + nodes[b].ruggedness) / 2) ** 2;
  const edge = { a, b, metres, cost, road: null };
  nodes[a].edges.push(edge);
  nodes[b].edges.push(edge);
}

// Joins a place to the nearest node that it reaches without leaving the region.
export function attach(lattice, ground, position) {
  const near = [];
  for (let index = 0; index < lattice.size; index++) {
    const [x, y] = lattice.nodes[index].position;
    if (Math.abs(x - position[0]) > ATTACH_DEGREES || Math.abs(y - position[1]) > ATTACH_DEGREES) continue;
    near.push({ index, metres: distanceMetres([x, y], position) });
  }
  near.sort((a, b) => a.metres - b.metres || a.index - b.index);
  const clear = ({ index }) => {
    const [x, y] = lattice.nodes[index].position;
    return [0.1, 0.3, 0.5, 0.7, 0.9].every((t) => ground.inside([position[0] + t * (x - position[0]), position[1] + t * (y - position[1])]));
  };
  const chosen = near.slice(0, 12).find(clear);
  if (!chosen) throw new Error(`no way from ${position} to the lattice`);
  const index = lattice.nodes.length;
  lattice.nodes.push({ position, edges: [], ruggedness: lattice.nodes[chosen.index].ruggedness, place: true });
  connect(lattice.nodes, index, chosen.index);
  return index;
}

// The edges of the cheapest path from a node to the first that `arrived` accepts; existing roads are
// cheaper, other places and blocked nodes are not passed.
export function cheapestPath(lattice, from, arrived, blocked = () => false) {
  const { nodes } = lattice;
  const cost = new Float64Array(nodes.length).fill(Infinity);
  const by = new Array(nodes.length).fill(null);
  const heap = [[0, from]];
  cost[from] = 0;
  while (heap.length > 0) {
    const [spent, node] = pop(heap);
    if (spent > cost[node]) continue;
    if (node !== from && arrived(node)) return trace(nodes, by, from, node);
    if (node !== from && nodes[node].place) continue;
    for (const edge of nodes[node].edges) {
      const next = edge.a === node ? edge.b : edge.a;
      if (blocked(next)) continue;
      const total = spent + edge.cost * (edge.road ? REUSE_FACTOR : 1);
      if (total < cost[next]) {
        cost[next] = total;
        by[next] = edge;
        push(heap, [total, next]);
      }
    }
  }
  throw new Error(`no path from ${nodes[from].position}`);
}

function trace(nodes, by, from, to) {
  const edges = [];
  for (let node = to; node !== from; ) {
    edges.push(by[node]);
    node = by[node].a === node ? by[node].b : by[node].a;
  }
  return edges.reverse();
}

const before = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

function push(heap, item) {
  let i = heap.push(item) - 1;
  while (i > 0 && before(item, heap[(i - 1) >> 1])) {
    heap[i] = heap[(i - 1) >> 1];
    i = (i - 1) >> 1;
  }
  heap[i] = item;
}

function pop(heap) {
  const top = heap[0];
  const item = heap.pop();
  if (heap.length > 0) {
    let i = 0;
    for (let child = 1; child < heap.length; child = 2 * i + 1) {
      if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child++;
      if (!before(heap[child], item)) break;
      heap[i] = heap[child];
      i = child;
    }
    heap[i] = item;
  }
  return top;
}

// Smooth value noise between 0 and 1: hills of about 12, 6 and 3 km.
function noise(random) {
  const size = 64;
  const layers = [0.11, 0.055, 0.027].map((wavelength, i) => ({ wavelength, weight: 1 / 2 ** i, values: Float64Array.from({ length: size * size }, () => random.next()) }));
  const smooth = (t) => t * t * (3 - 2 * t);
  const sum = layers.reduce((total, layer) => total + layer.weight, 0);
  return ([x, y]) => {
    let value = 0;
    for (const { wavelength, weight, values } of layers) {
      const [u, v] = [x / wavelength, y / wavelength];
      const [i, j] = [Math.floor(u), Math.floor(v)];
      const at = (a, b) => values[(((b % size) + size) % size) * size + (((a % size) + size) % size)];
      const [s, t] = [smooth(u - i), smooth(v - j)];
      const low = at(i, j) * (1 - s) + at(i + 1, j) * s;
      const high = at(i, j + 1) * (1 - s) + at(i + 1, j + 1) * s;
      value += weight * (low * (1 - t) + high * t);
    }
    return value / sum;
  };
}
