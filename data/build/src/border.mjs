// The land border of Cao Bằng and Lạng Sơn with China, west to east: the run of province boundary
// that the outline of China shares, vertex for vertex.

import { feature } from './geojson.mjs';
import { distanceMetres, lengthMetres } from './plane.mjs';
import { country, oldProvince } from './places.mjs';

const keyOf = (position) => position.join();

function sharedWithChina(provinceCode) {
  const china = new Set(country('CN').flat(2).map(keyOf));
  const ring = oldProvince(provinceCode)[0][0].slice(0, -1);
  const touches = ring.map((position) => china.has(keyOf(position)));
  const start = touches.findIndex((touch, i) => touch && !touches[(i + ring.length - 1) % ring.length]);
  const run = [];
  for (let i = start; touches[i % ring.length]; i++) run.push(ring[i % ring.length]);
  if (run.length !== touches.filter(Boolean).length) throw new Error(`${provinceCode} meets China in more than one run`);
  return run[0][0] < run[run.length - 1][0] ? run : run.reverse();
}

export function borderParts() {
  const caoBang = sharedWithChina('CB');
  const langSon = sharedWithChina('LS');
  if (keyOf(caoBang[caoBang.length - 1]) !== keyOf(langSon[0])) throw new Error('the two provinces do not meet at the border');
  return { caoBang, langSon, whole: [...caoBang, ...langSon.slice(1)] };
}

// Cuts a line into pieces of about equal length at its own vertices; neighbours share the vertex.
function cut(line, pieces) {
  const total = lengthMetres(line);
  const out = [];
  let piece = [line[0]];
  let walked = 0;
  for (let i = 1; i < line.length; i++) {
    walked += distanceMetres(line[i - 1], line[i]);
    piece.push(line[i]);
    if (i < line.length - 1 && out.length < pieces - 1 && walked >= (total * (out.length + 1)) / pieces) {
      out.push(piece);
      piece = [line[i]];
    }
  }
  return [...out, piece];
}

export function borderSegments() {
  const { caoBang, langSon } = borderParts();
  const named = [
    ...cut(caoBang, 3).map((line, i) => ({ line, name: `Cao Bằng – ${['đoạn tây', 'đoạn bắc', 'đoạn đông'][i]}`, province: 'PR-CB' })),
    ...cut(langSon, 3).map((line, i) => ({ line, name: `Lạng Sơn – ${['đoạn bắc', 'đoạn giữa', 'đoạn đông'][i]}`, province: 'PR-LS' })),
  ];
  return named.map(({ line, name, province }, i) =>
    feature(`B${String(i + 1).padStart(2, '0')}`, 'LineString', line, { name, neighbour: 'China', sequence: i + 1, province }),
  );
}

// A point on the line and the way it runs there, by metres from its start.
export function alongLine(line) {
  const ends = [0];
  for (let i = 1; i < line.length; i++) ends.push(ends[i - 1] + distanceMetres(line[i - 1], line[i]));
  const at = (metres) => {
    const clamped = Math.min(Math.max(metres, 0), ends[ends.length - 1]);
    let i = 1;
    while (i < line.length - 1 && ends[i] < clamped) i++;
    const t = (clamped - ends[i - 1]) / (ends[i] - ends[i - 1]);
    return [line[i - 1][0] + t * (line[i][0] - line[i - 1][0]), line[i - 1][1] + t * (line[i][1] - line[i - 1][1])];
  };
  return { totalMetres: ends[ends.length - 1], at };
}
