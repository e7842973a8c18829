// RFC 7946 text: one feature a line, fixed decimals, exterior rings counter-clockwise, LF.

import { signedArea } from './plane.mjs';

const DEPTH = { Point: 0, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 };

export function feature(id, type, coordinates, properties) {
  if (!(type in DEPTH)) throw new Error(`no geometry type ${type}`);
  return { id, type, coordinates, properties };
}

export function collectionText(name, features, decimals = 6) {
  const lines = features.map((each) => {
    const geometry = `{"type":"${each.type}","coordinates":${coordinatesText(each.type, each.coordinates, decimals)}}`;
    return `{"type":"Feature","id":${JSON.stringify(each.id)},"properties":${JSON.stringify(each.properties)},"geometry":${geometry}}`;
  });
  return `{"type":"FeatureCollection","name":"${name}","features":[\n${lines.join(',\n')}\n]}\n`;
}

function coordinatesText(type, coordinates, decimals) {
  if (type === 'Polygon') return ringsText(coordinates, decimals);
  if (type === 'MultiPolygon') return `[${coordinates.map((rings) => ringsText(rings, decimals)).join(',')}]`;
  if (type === 'Point') return positionText(coordinates, decimals);
  if (type === 'LineString') return lineText(coordinates, decimals);
  return `[${coordinates.map((line) => lineText(line, decimals)).join(',')}]`;
}

function ringsText(rings, decimals) {
  const wound = rings.map((ring, index) => (signedArea(ring) > 0 === (index === 0) ? ring : [...ring].reverse()));
  return `[${wound.map((ring) => lineText(ring, decimals)).join(',')}]`;
}

// Rounding may make neighbours equal; a repeated position says nothing.
function lineText(line, decimals) {
  const texts = line.map((position) => positionText(position, decimals));
  return `[${texts.filter((text, i) => i === 0 || text !== texts[i - 1]).join(',')}]`;
}

function positionText(position, decimals) {
  return `[${position.map((value) => Number(value.toFixed(decimals)))}]`;
}
