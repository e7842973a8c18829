// The patrol-road network: invented, laid as cheapest paths over rough ground, so that it winds,
// branches and joins as roads do. Existing roads first, then what is planned on top of them.

import { feature } from './geojson.mjs';
import { attach, cheapestPath, latticeOf } from './lattice.mjs';
import { distanceMetres, lengthMetres, rounded } from './plane.mjs';
import { randomFrom } from './random.mjs';

// By place in the row of posts, west to east.
export const ISLAND_POSTS = [27, 28, 29];
export const UNCONNECTED_POSTS = [7];

const MISSING_LINKS = new Set([12, 21, 36]);
const PLANNED_LINKS = new Set([3, 17, 33]);
// The first road of each class that has a way round it is one-way, so that nothing is cut off.
const ONE_WAY_CLASSES = ['patrol', 'commune', 'provincial'];

const LONGEST_LINK_METRES = 26_000;

const CLASSES = {
  provincial: { surfaces: ['asphalt'], widths: [6.5, 7.5, 9], speeds: [50, 60], cost: 14 },
  commune: { surfaces: ['concrete', 'concrete', 'asphalt'], widths: [4.5, 5, 5.5], speeds: [35, 40], cost: 8 },
  patrol: { surfaces: ['concrete', 'concrete', 'concrete', 'gravel'], widths: [3.5, 5.5, 5.5], speeds: [25, 30, 35], cost: 10 },
  track: { surfaces: ['earth', 'gravel'], widths: [2.5, 3], speeds: [12, 15], cost: 2 },
};

const LABELS = { provincial: ['Đường tỉnh giả định', 'ĐT'], commune: ['Đường xã giả định', 'ĐX'], patrol: ['Đường tuần tra giả định', 'TT'], track: ['Đường mòn giả định', 'ĐM'] };

export function patrolRoads(ground, { posts, gates, combatBases, inland }) {
  const random = randomFrom(611);
  const lattice = latticeOf(ground);
  const nodeOf = new Map();
  for (const each of [...posts, ...gates, ...combatBases, ...Object.values(inland).flat()]) {
    nodeOf.set(each.id, attach(lattice, ground, each.centre ?? each.coordinates));
  }
  const standing = (each) => each.properties.status !== 'planned';
  const hubs = [...inland['command-posts'], ...inland['rear-bases'], ...inland['logistics-bases']].filter(standing);
  const counts = {};
  const taken = new Set();
  const blockedByIsland = (node) => taken.has(node);

  const lay = (kind, edges, status = 'existing', inServiceFrom = 0) => {
    const fresh = edges.filter((edge) => !edge.road);
    if (fresh.length === 0) return;
    counts[kind] = (counts[kind] ?? 0) + 1;
    const recipe = CLASSES[kind];
    const surface = random.pick(recipe.surfaces);
    const road = {
      name: `${LABELS[kind][0]} ${LABELS[kind][1]}${String(counts[kind]).padStart(2, '0')}`,
      status,
      inServiceFrom: inServiceFrom || random.integer(2001, 2022),
      class: kind,
      surface,
      widthMetres: random.pick(recipe.widths),
      speedKmh: Math.round((random.pick(recipe.speeds) * (surface === 'gravel' ? 0.8 : 1)) / 5) * 5,
      costPerKilometre: recipe.cost * 1000,
    };
    for (const edge of fresh) edge.road = road;
  };
  const between = (from, to, blocked) => cheapestPath(lattice, nodeOf.get(from.id), (node) => node === nodeOf.get(to.id), blocked);
  const toNetwork = (each) => {
    const network = reachable(lattice, nodeOf.get(hubs[0].id));
    return cheapestPath(lattice, nodeOf.get(each.id), (node) => network.has(node), blockedByIsland);
  };

  // The island first: what comes later keeps off its nodes and their neighbours.
  const island = ISLAND_POSTS.map((i) => posts[i]);
  for (let i = 1; i < island.length; i++) lay('patrol', between(island[i - 1], island[i]));
  lay('track', cheapestPath(lattice, nodeOf.get(island[1].id), farFrom(lattice, island[1], 3500)));
  for (const node of lattice.nodes.keys()) {
    if (!lattice.nodes[node].edges.some((edge) => edge.road)) continue;
    taken.add(node);
    for (const edge of lattice.nodes[node].edges) taken.add(edge.a).add(edge.b);
  }

  for (const [a, b] of spanningLinks(hubs)) lay('provincial', between(a, b, blockedByIsland));
  for (const each of [...combatBases, ...inland['evacuation-areas'], ...inland['training-grounds']].filter(standing)) lay('commune', toNetwork(each));

  const linked = posts.filter((_, i) => !ISLAND_POSTS.includes(i) && !UNCONNECTED_POSTS.includes(i));
  linked.filter((each, i) => standing(each) && i % 4 === 1).forEach((each) => lay('commune', toNetwork(each)));
  const later = [];
  for (let i = 1; i < linked.length; i++) {
    const [a, b] = [linked[i - 1], linked[i]];
    if (MISSING_LINKS.has(i) || distanceMetres(a.coordinates, b.coordinates) > LONGEST_LINK_METRES) continue;
    if (PLANNED_LINKS.has(i) || !standing(a) || !standing(b)) later.push([a, b]);
    else lay(random.next() < 0.14 ? 'track' : 'patrol', between(a, b, blockedByIsland));
  }
  for (const each of [...linked, ...gates].filter(standing)) lay(each.id.startsWith('G') ? 'commune' : 'track', toNetwork(each));

  for (const [a, b] of later) {
    const year = Math.max(2027, a.properties.inServiceFrom, b.properties.inServiceFrom);
    lay('patrol', between(a, b, blockedByIsland), 'planned', year);
  }
  const plannedPlaces = [...gates, ...combatBases, ...Object.values(inland).flat()].filter((each) => !standing(each));
  for (const each of plannedPlaces) lay('commune', toNetwork(each), 'planned', each.properties.inServiceFrom);

  return featuresOf(lattice);
}

// Nodes that can be reached over existing roads.
function reachable(lattice, start) {
  const seen = new Set([start]);
  for (const node of seen) {
    for (const edge of lattice.nodes[node].edges) {
      if (edge.road?.status === 'existing') seen.add(edge.a).add(edge.b);
    }
  }
  return seen;
}

function farFrom(lattice, place, metres) {
  return (node) => distanceMetres(lattice.nodes[node].position, place.coordinates) > metres;
}

// A spanning tree over the places by distance, and the three shortest links that close a ring.
function spanningLinks(places) {
  const pairs = places.flatMap((a, i) => places.slice(i + 1).map((b) => ({ a, b, metres: distanceMetres(a.centre, b.centre) })));
  pairs.sort((p, q) => p.metres - q.metres);
  const group = new Map(places.map((each) => [each.id, each.id]));
  const rootOf = (id) => (group.get(id) === id ? id : rootOf(group.get(id)));
  const links = [];
  let rings = 0;
  for (const { a, b, metres } of pairs) {
    const apart = rootOf(a.id) !== rootOf(b.id);
    if (!apart && (rings >= 3 || metres < 30_000)) continue;
    if (!apart) rings++;
    group.set(rootOf(a.id), rootOf(b.id));
    links.push([a, b]);
  }
  return links;
}

// Runs of lattice edges between junctions become one feature each.
function featuresOf(lattice) {
  const { nodes } = lattice;
  const used = (node) => nodes[node].edges.filter((edge) => edge.road);
  const ends = (node) => {
    const edges = used(node);
    return nodes[node].place || edges.length !== 2 || edges[0].road !== edges[1].road;
  };
  const seen = new Set();
  const runs = [];
  for (let start = 0; start < nodes.length; start++) {
    if (!ends(start)) continue;
    for (const first of used(start)) {
      if (seen.has(first)) continue;
      const line = [nodes[start].position];
      let [edge, node] = [first, start];
      for (;;) {
        seen.add(edge);
        node = edge.a === node ? edge.b : edge.a;
        line.push(nodes[node].position);
        if (ends(node)) break;
        edge = used(node).find((each) => each !== edge);
      }
      runs.push({ road: first.road, line: rounded(line) });
    }
  }
  const oneWay = new Set(ONE_WAY_CLASSES.map((kind) => runs.findIndex((run, i) => run.road.class === kind && run.road.status === 'existing' && hasDetour(runs, i))));
  return runs.map(({ road, line }, i) => {
    const { costPerKilometre, inServiceFrom, ...properties } = road;
    const planned = road.status === 'planned';
    return feature(`R${String(i + 1).padStart(3, '0')}`, 'LineString', line, {
      ...properties,
      oneWay: oneWay.has(i),
      ...(planned ? { inServiceFrom, cost: Math.round((costPerKilometre * lengthMetres(line)) / 1e5) * 100 } : {}),
      invented: true,
    });
  });
}

// Whether the ends of a run stay joined without it.
function hasDetour(runs, without) {
  const keyOf = (position) => position.join();
  const [start, end] = [runs[without].line[0], runs[without].line.at(-1)].map(keyOf);
  const seen = new Set([start]);
  for (const place of seen) {
    runs.forEach(({ road, line }, i) => {
      if (i === without || road.status !== 'existing') return;
      const ends = [keyOf(line[0]), keyOf(line.at(-1))];
      if (ends.includes(place)) ends.forEach((each) => seen.add(each));
    });
  }
  return start !== end && seen.has(end);
}
