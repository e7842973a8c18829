// The quiet ground under the plan: countries, provinces and towns of 100–112° E, 16–26° N.

import clipping from 'polygon-clipping';
import { feature } from './geojson.mjs';
import { distanceMetres, insideRing, signedArea } from './plane.mjs';
import { country, townsWithAdmin, townsWithPopulation } from './places.mjs';
import { PROVINCES, province } from './provinces.mjs';
import { COUNTRY_NAMES, EXONYMS, NEIGHBOUR_TOWNS, PROVINCE_SEATS } from './names.mjs';

const [WEST, SOUTH, EAST, NORTH] = [100, 16, 112, 26];
const BOX = [[[WEST, SOUTH], [EAST, SOUTH], [EAST, NORTH], [WEST, NORTH], [WEST, SOUTH]]];
const SMALLEST_SQUARE_DEGREES = 1e-5;

const REGION_PROVINCES = ['cao-bang', 'lang-son', 'thai-nguyen', 'bac-ninh'];
const HANOI_ADMIN_CODE = '44';

// In GeoNames with a population that no other source supports.
const DOUBTFUL = new Set(['Cung Kiệm']);

const inBox = ([x, y]) => x >= WEST && x <= EAST && y >= SOUTH && y <= NORTH;

function clipped(polygons) {
  if (polygons.flat(2).every(inBox)) return polygons;
  const cut = clipping.intersection(polygons, BOX);
  return cut.filter((rings) => Math.abs(signedArea(rings[0])) > SMALLEST_SQUARE_DEGREES);
}

function areaFeature(id, polygons, properties) {
  if (polygons.length === 1) return feature(id, 'Polygon', polygons[0], properties);
  return feature(id, 'MultiPolygon', polygons, properties);
}

export function countries() {
  return COUNTRY_NAMES.map(([code, name, nameVi]) => areaFeature(code, clipped(country(code)), { name, nameVi }));
}

export function provinces() {
  return PROVINCES.map(([id, name, before]) => ({ id, name, before, polygons: clipped(province(id)) }))
    .filter(({ polygons }) => polygons.length > 0)
    .map(({ id, name, before, polygons }) => areaFeature(id, polygons, { name, mergedFrom: before.length }));
}

// GeoNames gives no population for many seats of the smaller kind, so rank is by role first:
// 1 capital, 2 seat of a province, 3 larger town, 4 town.
export function towns() {
  const sized = townsWithPopulation().filter((town) => inBox(town.loc.coordinates));
  const region = REGION_PROVINCES.flatMap(province);
  const found = [];
  for (const town of townsWithAdmin()) {
    const position = [Number(town.lng), Number(town.lat)];
    if (!inBox(position)) continue;
    const twin = sized.find((each) => each.country === town.country && distanceMetres(each.loc.coordinates, position) < 3000 && plain(each.name) === plain(town.name));
    const population = twin?.population ?? 0;
    const vietnam = town.country === 'VN';
    const name = vietnam ? (EXONYMS[town.name] ?? town.name.replace(/^(Thị Trấn|Thành Phố|Huyện) /i, '')) : town.name;
    const nameVi = vietnam ? name : NEIGHBOUR_TOWNS[`${town.country} ${town.name}`];
    const capital = twin?.featureCode === 'PPLC';
    const seat = vietnam ? PROVINCE_SEATS.has(name) && twin?.featureCode !== 'PPL' : twin?.featureCode === 'PPLA';
    const rank = capital ? 1 : seat ? 2 : population >= 60_000 || (!vietnam && nameVi) ? 3 : 4;
    if (DOUBTFUL.has(town.name) || (rank === 4 && !(vietnam && worthALabel(town, twin, position, region)))) continue;
    if (rank === 3 && !vietnam && !nameVi && population < 250_000) continue;
    if (rank < 4 && vietnam && population < 5_000 && !PROVINCE_SEATS.has(name)) continue;
    found.push({ name, nameVi, country: town.country, population, rank, position });
  }
  found.sort((a, b) => a.rank - b.rank || b.population - a.population || compare(a.name, b.name) || a.position[0] - b.position[0]);
  const kept = [];
  for (const town of found) {
    const crowded = kept.some((each) => distanceMetres(each.position, town.position) < (town.rank === 4 ? 5000 : 8000) || (each.name === town.name && (town.rank === 2 || town.country !== 'VN' || distanceMetres(each.position, town.position) < 25_000)));
    if (!crowded) kept.push(town);
  }
  return kept.map((town, i) =>
    feature(i + 1, 'Point', town.position, {
      name: town.name,
      ...(town.nameVi ? { nameVi: town.nameVi } : {}),
      country: town.country,
      ...(town.population > 0 ? { population: town.population } : {}),
      rank: town.rank,
    }),
  );
}

// Small towns are shown where the plan is: the region's, and the district seats just round it.
function worthALabel(town, twin, position, region) {
  const [x, y] = position;
  if (x < 105.2 || x > 107.45 || y < 20.95 || twin?.featureCode === 'PPL') return false;
  const inRegion = region.some((rings) => insideRing(position, rings[0]));
  const seat = twin?.featureCode === 'PPLA2';
  return (inRegion && (seat || town.name.startsWith('Thị Trấn') || y > 21.5)) || (seat && twin.adminCode !== HANOI_ADMIN_CODE);
}

// By code point, so that the order does not hang on a locale.
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const plain = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐÐð]/g, 'd').toLowerCase();
