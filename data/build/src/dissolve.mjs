// Union of polygons that share their boundaries vertex for vertex: an edge that two of them have
// cancels out, and what is left is chained into rings. Exact, so no slivers; it does not handle
// polygons that overlap, or whose common boundary differs.

import { insideRing, signedArea } from './plane.mjs';

const keyOf = (position) => `${position[0]},${position[1]}`;

export function dissolve(polygons) {
  const edges = new Map();
  for (const rings of polygons) {
    rings.forEach((ring, index) => {
      const wound = signedArea(ring) > 0 === (index === 0) ? ring : [...ring].reverse();
      for (let i = 1; i < wound.length; i++) {
        const [a, b] = [wound[i - 1], wound[i]];
        if (keyOf(a) === keyOf(b)) continue;
        if (!edges.delete(`${keyOf(b)}|${keyOf(a)}`)) edges.set(`${keyOf(a)}|${keyOf(b)}`, [a, b]);
      }
    });
  }
  const rings = chain(edges);
  const exteriors = rings.filter((ring) => signedArea(ring) > 0);
  const holes = rings.filter((ring) => signedArea(ring) <= 0);
  return exteriors.map((exterior) => [exterior, ...holes.filter((hole) => insideRing(hole[0], exterior))]);
}

function chain(edges) {
  const from = new Map();
  for (const [a, b] of edges.values()) {
    if (!from.has(keyOf(a))) from.set(keyOf(a), []);
    from.get(keyOf(a)).push([a, b]);
  }
  const rings = [];
  for (const starts of from.values()) {
    while (starts.length > 0) {
      const [start, second] = starts.shift();
      const ring = [start, second];
      while (keyOf(ring[ring.length - 1]) !== keyOf(start)) {
        const onward = from.get(keyOf(ring[ring.length - 1]))?.shift();
        if (!onward) throw new Error(`an edge leads nowhere at ${keyOf(ring[ring.length - 1])}`);
        ring.push(onward[1]);
      }
      rings.push(ring);
    }
  }
  return rings;
}
