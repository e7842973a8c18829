// Militia posts: invented, laid out along the border so that the plan has what an analysis should
// find: stretches covered once, a deep stretch or two, short and long gaps, and gaps that close
// as planned posts come into service.

import { samplesOf } from './cover.mjs';
import { feature } from './geojson.mjs';
import { distanceMetres } from './plane.mjs';
import { randomFrom } from './random.mjs';

// Left uncovered on purpose: chainage of the start and about how long, metres. `closes` is the year
// in which a planned post fills the gap; without it the gap stays.
const GAPS = [
  { at: 27_000, length: 7_000 },
  { at: 68_000, length: 9_500, closes: 2028 },
  { at: 112_000, length: 2_200 },
  { at: 146_000, length: 11_500 },
  { at: 187_000, length: 6_000, closes: 2027 },
  { at: 226_000, length: 2_000 },
  { at: 262_000, length: 8_000, closes: 2030 },
  { at: 305_000, length: 5_200 },
  { at: 344_000, length: 10_000, closes: 2032 },
];

// Where posts stand close together, from and to, metres.
const DENSE = [
  [88_000, 103_000],
  [206_000, 222_000],
];

// Plans that deepen instead of closing a gap.
const THICKENING = [
  { at: 52_000, year: 2026 },
  { at: 130_000, year: 2029 },
  { at: 243_000, year: 2027 },
  { at: 325_000, year: 2031 },
];

const inRange = (ranges, metres) => ranges.some(([from, to]) => metres >= from && metres <= to);

export function militiaPosts(ground) {
  const random = randomFrom(6);
  const samples = samplesOf(ground.border);
  const placed = [...baseNetwork(random, ground, samples), ...plannedPosts(random, ground)];
  placed.sort((a, b) => a.chainage - b.chainage);
  const statuses = statusesOf(placed);
  return placed.map((each, i) => {
    const { status, inServiceFrom, inServiceTo } = statuses[i];
    const number = String(i + 1).padStart(2, '0');
    return feature(`P${String(i + 1).padStart(3, '0')}`, 'Point', each.position, {
      name: `Chốt giả định ${number}`,
      coverageRadiusMetres: each.radius,
      observerHeightMetres: random.integer(4, 18),
      status,
      inServiceFrom,
      ...(inServiceTo ? { inServiceTo } : {}),
      zone: ground.zoneOf(each.position),
      cost: Math.round((900 + each.radius * random.between(0.28, 0.42)) / 50) * 50,
      invented: true,
    });
  });
}

// Walks the border; each post begins a little before the last one's cover ends.
function baseNetwork(random, ground, samples) {
  const out = [];
  const covered = new Uint8Array(samples.length);
  const left = new Set(GAPS);
  let cursor = 0;
  while (cursor < ground.border.totalMetres - 1500) {
    const gap = [...left].find((each) => cursor >= each.at - 3000);
    if (gap) {
      left.delete(gap);
      cursor += gap.length;
    }
    const dense = inRange(DENSE, cursor);
    const radius = Math.round(random.between(dense ? 5000 : 3400, dense ? 8600 : 8400) / 100) * 100;
    const deepest = Math.min(4500, radius * 0.6);
    const anchor = cursor + radius * (dense ? 0.35 : 0.8);
    const position = ground.inland(random, Math.min(anchor, ground.border.totalMetres - 500), 350, Math.max(900, deepest));
    out.push({ position, radius, chainage: anchor });
    mark(covered, samples, position, radius);
    cursor = dense ? cursor + radius * 0.5 : firstOpen(covered, samples, cursor + radius * 0.5);
  }
  return out;
}

function mark(covered, samples, position, radius) {
  samples.forEach((sample, i) => {
    if (distanceMetres(sample.position, position) <= radius) covered[i] = 1;
  });
}

function firstOpen(covered, samples, fromMetres) {
  const found = samples.find(({ metres }, i) => metres >= fromMetres && !covered[i]);
  return found ? found.metres - 300 : Infinity;
}

function plannedPosts(random, ground) {
  const closing = GAPS.filter((gap) => gap.closes).map((gap) => ({ at: gap.at + gap.length / 2, year: gap.closes, radius: Math.min(9000, Math.round(gap.length * 0.0085) * 100) }));
  const thickening = THICKENING.map((each) => ({ ...each, radius: Math.round(random.between(40, 70)) * 100 }));
  return [...closing, ...thickening].map(({ at, year, radius }) => ({
    position: ground.inland(random, at, 350, 2200),
    radius: Math.max(2500, radius),
    chainage: at,
    plannedFrom: year,
  }));
}

// Two retired, four being built, the rest in service for years; the choice is by place in the row.
function statusesOf(placed) {
  const random = randomFrom(77);
  const standing = placed.filter((each) => !each.plannedFrom);
  const building = new Map([[5, 2026], [14, 2027], [22, 2026], [31, 2027]]);
  const retired = new Map([[9, 2023], [26, 2025]]);
  return placed.map((each) => {
    if (each.plannedFrom) return { status: 'planned', inServiceFrom: each.plannedFrom };
    const row = standing.indexOf(each);
    const since = random.integer(2006, 2022);
    if (building.has(row)) return { status: 'under-construction', inServiceFrom: building.get(row) };
    if (retired.has(row)) return { status: 'retired', inServiceFrom: Math.min(since, 2012), inServiceTo: retired.get(row) };
    return { status: 'existing', inServiceFrom: since };
  });
}
