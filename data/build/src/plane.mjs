// Plane geometry for making the data. Positions are [longitude, latitude] in degrees; lengths are
// metres, by the WGS84 radii of curvature at the middle latitude (good to 1e-6 for edges of a few
// kilometres). Analyses in the product do better; here it only has to place things.

const SEMI_MAJOR_METRES = 6378137;
const ECCENTRICITY_SQUARED = 0.00669437999014;

export function metresPerDegree(latitude) {
  const radians = (latitude * Math.PI) / 180;
  const w = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) ** 2;
  const meridian = (SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED)) / (w * Math.sqrt(w));
  const primeVertical = SEMI_MAJOR_METRES / Math.sqrt(w);
  return { east: (primeVertical * Math.cos(radians) * Math.PI) / 180, north: (meridian * Math.PI) / 180 };
}

export function distanceMetres(a, b) {
  const scale = metresPerDegree((a[1] + b[1]) / 2);
  return Math.hypot((a[0] - b[0]) * scale.east, (a[1] - b[1]) * scale.north);
}

export function offset(position, eastMetres, northMetres) {
  const scale = metresPerDegree(position[1]);
  return [position[0] + eastMetres / scale.east, position[1] + northMetres / scale.north];
}

export function lengthMetres(line) {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distanceMetres(line[i - 1], line[i]);
  return sum;
}

// Twice the signed area, in square degrees: positive when the ring runs counter-clockwise.
export function signedArea(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += (ring[j][0] - ring[i][0]) * (ring[j][1] + ring[i][1]);
  }
  return sum;
}

export function insideRing(position, ring) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > position[1] !== yj > position[1] && position[0] < ((xj - xi) * (position[1] - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

export function distanceToLineMetres(position, line) {
  const scale = metresPerDegree(position[1]);
  let best = Infinity;
  for (let i = 1; i < line.length; i++) {
    const ax = (line[i - 1][0] - position[0]) * scale.east;
    const ay = (line[i - 1][1] - position[1]) * scale.north;
    const dx = (line[i][0] - line[i - 1][0]) * scale.east;
    const dy = (line[i][1] - line[i - 1][1]) * scale.north;
    const square = dx * dx + dy * dy;
    const t = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
    best = Math.min(best, Math.hypot(ax + t * dx, ay + t * dy));
  }
  return best;
}

export function crosses(a, b, c, d) {
  const side = (p, q, r) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

// A blob round a centre: a closed counter-clockwise ring whose radius wanders smoothly.
export function blob(random, centre, eastRadiusMetres, northRadiusMetres, vertices, roughness = 0.3) {
  const phases = [1, 2, 3, 5].map((frequency) => ({ frequency, phase: random.between(0, 2 * Math.PI), weight: 1 / Math.sqrt(frequency) }));
  const turn = random.between(0, Math.PI);
  const ring = [];
  for (let i = 0; i < vertices; i++) {
    const angle = (2 * Math.PI * i) / vertices;
    const wander = phases.reduce((sum, p) => sum + p.weight * Math.sin(p.frequency * angle + p.phase), 0) / 2.4;
    const radius = 1 + roughness * wander;
    const x = eastRadiusMetres * radius * Math.cos(angle);
    const y = northRadiusMetres * radius * Math.sin(angle);
    ring.push(offset(centre, x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)));
  }
  ring.push(ring[0]);
  return ring;
}

// Corner cutting (Chaikin): rounds a line, keeps its ends where they are.
export function rounded(line) {
  if (line.length < 3) return line;
  const out = [line[0]];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    if (i > 1) out.push([a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25]);
    if (i < line.length - 1) out.push([a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75]);
  }
  out.push(line[line.length - 1]);
  return out;
}
