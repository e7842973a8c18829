// Military Region 1 as it is since July 2025, its four provinces, and fifteen invented defence areas
// that tile them. A province is halved again and again along winding cuts from boundary vertex to
// boundary vertex, so that all zones meet vertex for vertex, across provinces too.

import { dissolve } from './dissolve.mjs';
import { feature } from './geojson.mjs';
import { crosses, insideRing, metresPerDegree, signedArea } from './plane.mjs';
import { province } from './provinces.mjs';
import { randomFrom } from './random.mjs';

const PROVINCES = [
  { id: 'PR-CB', key: 'cao-bang', name: 'Cao Bằng', areas: 4, seed: 11 },
  { id: 'PR-LS', key: 'lang-son', name: 'Lạng Sơn', areas: 4, seed: 12 },
  { id: 'PR-TN', key: 'thai-nguyen', name: 'Thái Nguyên', areas: 4, seed: 13 },
  { id: 'PR-BN', key: 'bac-ninh', name: 'Bắc Ninh', areas: 3, seed: 14 },
];

const REGION = { id: 'MR1', name: 'Quân khu 1' };

export function defensiveZones() {
  const provinces = PROVINCES.map((each) => ({ ...each, ring: onlyRing(province(each.key), each.name) }));
  const areas = provinces.flatMap((each) => split(randomFrom(each.seed), each.ring, each.areas).sort(byPosition).map((ring) => ({ ring, parent: each })));
  return [
    feature(REGION.id, 'Polygon', [onlyRing(dissolve(provinces.map((each) => [each.ring])), REGION.name)], { name: REGION.name, level: 'military-region' }),
    ...provinces.map((each) => feature(each.id, 'Polygon', [each.ring], { name: each.name, level: 'province', parent: REGION.id })),
    ...areas.map(({ ring, parent }, i) =>
      feature(`DA${String(i + 1).padStart(2, '0')}`, 'Polygon', [ring], {
        name: `Khu vực phòng thủ ${i + 1} – ${parent.name}`,
        level: 'defence-area',
        parent: parent.id,
        invented: true,
      }),
    ),
  ];
}

function onlyRing(polygons, name) {
  if (polygons.length !== 1 || polygons[0].length !== 1) throw new Error(`${name} is not one simple polygon`);
  return polygons[0][0];
}

// West to east, then north to south, by the middle of the box.
function byPosition(a, b) {
  const key = (ring) => Math.min(...ring.map((p) => p[0])) - Math.max(...ring.map((p) => p[1])) * 0.3;
  return key(a) - key(b);
}

function split(random, ring, count) {
  if (count === 1) return [ring];
  const first = Math.floor(count / 2);
  const [one, other] = bisect(random, ring, first / count);
  return [...split(random, one, first), ...split(random, other, count - first)];
}

// The shortest cut that leaves about the wanted share of the area on one side.
function bisect(random, closedRing, share) {
  const ring = closedRing.slice(0, -1);
  const scale = metresPerDegree(ring[0][1]);
  const total = Math.abs(signedArea(ring));
  const cuts = [];
  for (let i = 0; i < ring.length; i++) {
    for (let j = i + 8; j < ring.length && j - i <= ring.length - 8; j++) {
      const part = Math.abs(signedArea(ring.slice(i, j + 1))) / total;
      const miss = Math.min(Math.abs(part - share), Math.abs(1 - part - share));
      if (miss > 0.06) continue;
      const length = Math.hypot((ring[i][0] - ring[j][0]) * scale.east, (ring[i][1] - ring[j][1]) * scale.north);
      cuts.push({ i, j, cost: length * (1 + 4 * miss) });
    }
  }
  cuts.sort((a, b) => a.cost - b.cost || a.i - b.i || a.j - b.j);
  for (const { i, j } of cuts) {
    for (let attempt = 0; attempt < 12; attempt++) {
      const path = winding(random, ring[i], ring[j], 0.2 * (1 - attempt / 12), 5);
      if (!staysInside(path, ring)) continue;
      const back = [...path].reverse();
      const one = [...ring.slice(i, j), ...back];
      const other = [...ring.slice(j), ...ring.slice(0, i), ...path];
      const parts = [one, other].map((part) => (part[0].join() === part[part.length - 1].join() ? part : [...part, part[0]]));
      const shareOf = (part) => Math.abs(signedArea(part)) / total;
      return Math.abs(shareOf(parts[0]) - share) < Math.abs(shareOf(parts[1]) - share) ? parts : parts.reverse();
    }
  }
  throw new Error('no cut stays inside the polygon');
}

// Midpoint displacement: each halving moves the middle sideways by up to the roughness.
function winding(random, a, b, roughness, levels) {
  let path = [a, b];
  for (let level = 0; level < levels; level++) {
    const finer = [path[0]];
    for (let i = 1; i < path.length; i++) {
      const [p, q] = [path[i - 1], path[i]];
      const side = random.between(-roughness, roughness);
      const middle = [(p[0] + q[0]) / 2 - (q[1] - p[1]) * side, (p[1] + q[1]) / 2 + (q[0] - p[0]) * side];
      finer.push(middle.map((value) => Number(value.toFixed(5))), q);
    }
    path = finer;
  }
  return path;
}

function staysInside(path, ring) {
  for (let k = 1; k < path.length; k++) {
    if (k < path.length - 1 && !insideRing(path[k], ring)) return false;
    const middle = [(path[k - 1][0] + path[k][0]) / 2, (path[k - 1][1] + path[k][1]) / 2];
    if (!insideRing(middle, ring)) return false;
    for (let i = 0; i < ring.length; i++) {
      const [c, d] = [ring[i], ring[(i + 1) % ring.length]];
      const touchesEnd = [c, d].some((end) => end.join() === path[0].join() || end.join() === path[path.length - 1].join());
      if (!touchesEnd && crosses(path[k - 1], path[k], c, d)) return false;
    }
  }
  for (let k = 1; k < path.length; k++) {
    for (let m = k + 2; m < path.length; m++) {
      if (crosses(path[k - 1], path[k], path[m - 1], path[m])) return false;
    }
  }
  return true;
}

export const inZone = (position, zone) => insideRing(position, zone.coordinates[0]);
