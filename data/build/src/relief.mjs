// The recipe for the invented relief of the sample: ridges along the border, valleys along the roads, limestone towers
// in the east of Cao Bằng. The library makes the elevations from it when they are asked for.

import { borderParts } from './border.mjs';
import { metresPerDegree } from './plane.mjs';

const SEED = 20;
const MARGIN_DEGREES = 0.12;
const VALLEY_TOLERANCE_METRES = 250;
const RIDGE_TOLERANCE_METRES = 400;
const DECIMALS = 4;
// Patrol roads follow the border over its ridges; the others keep to the valleys.
const VALLEY_CLASSES = new Set(['provincial', 'commune']);

export function reliefText(layers) {
  const positions = Object.values(layers).flatMap((features) => features.flatMap((feature) => flat(feature.coordinates)));
  const [west, east] = bounds(positions, 0);
  const [south, north] = bounds(positions, 1);
  const valleys = layers['patrol-roads'].filter((road) => VALLEY_CLASSES.has(road.properties.class)).flatMap((road) => linesOf(road));
  const recipe = {
    kind: 'generated-relief',
    note: 'Invented relief: no elevation in it is measured.',
    seed: SEED,
    bbox: [floor(west - MARGIN_DEGREES), floor(south - MARGIN_DEGREES), ceil(east + MARGIN_DEGREES), ceil(north + MARGIN_DEGREES)],
    resolutionArcSeconds: 1,
    lowestMetres: 120,
    reliefMetres: 900,
    ridgeMetres: 260,
    valleyReachMetres: 2600,
    karst: [
      { centre: [106.45, 22.78], radiusMetres: 38000, towerMetres: 190, spacingMetres: 850 },
      { centre: [106.2, 22.0], radiusMetres: 22000, towerMetres: 140, spacingMetres: 950 },
    ],
    ridges: [simplified(borderParts().whole, RIDGE_TOLERANCE_METRES)],
    valleys: valleys.map((line) => simplified(line, VALLEY_TOLERANCE_METRES)),
  };
  const lines = ({ ridges, valleys: lows, ...rest }) =>
    `${JSON.stringify(rest).slice(0, -1)},\n"ridges":[\n${ridges.map((line) => JSON.stringify(line)).join(',\n')}\n],\n"valleys":[\n${lows.map((line) => JSON.stringify(line)).join(',\n')}\n]}\n`;
  return lines(recipe);
}

const floor = (value) => Math.floor(value * 10) / 10;
const ceil = (value) => Math.ceil(value * 10) / 10;

function flat(coordinates) {
  return typeof coordinates[0] === 'number' ? [coordinates] : coordinates.flatMap(flat);
}

function bounds(positions, axis) {
  return positions.reduce(([low, high], position) => [Math.min(low, position[axis]), Math.max(high, position[axis])], [Infinity, -Infinity]);
}

function linesOf(feature) {
  const coordinates = feature.coordinates;
  return typeof coordinates[0][0] === 'number' ? [coordinates] : coordinates;
}

// Douglas and Peucker (1973), in metres.
function simplified(line, toleranceMetres) {
  const scale = metresPerDegree(line[0][1]);
  const points = line.map(([x, y]) => [x * scale.east, y * scale.north]);
  const kept = new Set([0, line.length - 1]);
  const spans = [[0, line.length - 1]];
  while (spans.length > 0) {
    const [from, to] = spans.pop();
    let [worst, at] = [toleranceMetres, -1];
    for (let i = from + 1; i < to; i++) {
      const off = offSegment(points[i], points[from], points[to]);
      if (off > worst) [worst, at] = [off, i];
    }
    if (at < 0) continue;
    kept.add(at);
    spans.push([from, at], [at, to]);
  }
  return [...kept].sort((a, b) => a - b).map((i) => line[i].map((value) => Number(value.toFixed(DECIMALS))));
}

function offSegment([x, y], [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length > 0 ? Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length)) : 0;
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
