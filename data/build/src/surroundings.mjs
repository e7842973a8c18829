// Hazard areas and projects: invented, and placed where they matter, on and beside the invented roads.

import { feature } from './geojson.mjs';
import { blob, distanceMetres, lengthMetres, offset } from './plane.mjs';
import { randomFrom } from './random.mjs';

const SEASONS = { flood: ['June–September', 6, 9], landslide: ['May–October', 5, 10], 'flash-flood': ['July–September', 7, 9] };
const KINDS = ['flood', 'landslide', 'landslide', 'flood', 'flash-flood', 'landslide', 'flood', 'landslide', 'flash-flood', 'flood', 'landslide'];
const NAMES = { flood: 'Vùng ngập giả định', landslide: 'Vùng sạt lở giả định', 'flash-flood': 'Vùng lũ quét giả định' };

export function hazardAreas(ground, roads) {
  const random = randomFrom(707);
  const centres = [];
  const long = roads.filter((road) => lengthMetres(road.coordinates) > 4000);
  while (centres.length < KINDS.length) {
    const road = random.pick(long);
    const centre = road.coordinates[Math.floor(road.coordinates.length * random.between(0.3, 0.7))];
    const kind = KINDS[centres.length];
    const nearBorder = ground.borderDistanceMetres(centre);
    const fits = kind === 'flood' ? nearBorder > 25_000 : nearBorder > 6_500 && nearBorder < 40_000;
    if (fits && centres.every((other) => distanceMetres(other, centre) > 22_000)) centres.push(centre);
  }
  return centres.map((centre, i) => {
    const kind = KINDS[i];
    const size = kind === 'flood' ? [random.between(3500, 6000), random.between(1400, 2400)] : [random.between(1500, 3000), random.between(900, 1700)];
    const [season, seasonFromMonth, seasonToMonth] = SEASONS[kind];
    return feature(`H${String(i + 1).padStart(2, '0')}`, 'Polygon', [blob(random, centre, ...size, 28, 0.35)], {
      name: `${NAMES[kind]} ${i + 1}`,
      kind,
      season,
      seasonFromMonth,
      seasonToMonth,
      invented: true,
    });
  });
}

export function projects(ground, roads) {
  const random = randomFrom(808);
  const plainPlace = ground.within(random, 'DA13', 6000);
  const valley = ground.within(random, 'DA02', 6000);
  const solar = ground.within(random, 'DA06', 6000);
  const quarry = ground.within(random, 'DA05', 5000);
  const provincial = roads.filter((road) => road.properties.class === 'provincial');
  const works = provincial.reduce((best, road) => (lengthMetres(road.coordinates) > lengthMetres(best.coordinates) ? road : best));
  const all = [
    ['Polygon', [rectangle(plainPlace, 2400, 1500, 0.4)], 'Khu công nghiệp giả định 1', 'industrial-park', 'under-construction', 2027],
    ['Polygon', [blob(random, valley, 2600, 700, 30, 0.4)], 'Hồ thủy điện giả định 2', 'hydropower', 'planned', 2029],
    ['LineString', works.coordinates, 'Nâng cấp đường giả định 3', 'road-works', 'planned', 2028],
    ['Polygon', [rectangle(solar, 1300, 800, 1.1)], 'Trang trại điện mặt trời giả định 4', 'solar-farm', 'existing', 2022],
    ['Point', quarry, 'Mỏ đá giả định 5', 'quarry', 'existing', 2015],
    ['Polygon', [rectangle(ground.within(random, 'DA07', 5000), 1100, 900, 0.2)], 'Trung tâm kho vận giả định 6', 'logistics-park', 'planned', 2030],
  ];
  return all.map(([type, coordinates, name, kind, status, inServiceFrom], i) => feature(`J${String(i + 1).padStart(2, '0')}`, type, coordinates, { name, kind, status, inServiceFrom, invented: true }));
}

function rectangle(centre, eastMetres, northMetres, turn) {
  const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]];
  return corners.map(([x, y]) => {
    const [east, north] = [x * eastMetres, y * northMetres];
    return offset(centre, east * Math.cos(turn) - north * Math.sin(turn), east * Math.sin(turn) + north * Math.cos(turn));
  });
}
