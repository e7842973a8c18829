// Every facility but the militia posts. All invented; the layout only follows what an analysis needs:
// combat bases a short way inland, logistics and command behind them, rear bases far behind.

import { feature } from './geojson.mjs';
import { blob } from './plane.mjs';
import { randomFrom } from './random.mjs';

const GATE_KILOMETRES = [12, 44, 74, 97, 138, 176, 214, 248, 268, 293, 332, 371];

const COMBAT_BASES = [
  { kilometre: 22, away: [6000, 11000], ground: 700 },
  { kilometre: 70, away: [5000, 10000] },
  { kilometre: 118, away: [7000, 12000], ground: 900 },
  { kilometre: 172, away: [6000, 12000] },
  { kilometre: 222, away: [5000, 10000], status: 'under-construction', from: 2027 },
  { kilometre: 262, away: [6000, 11000], ground: 650 },
  { kilometre: 312, away: [5000, 10000] },
  { kilometre: 362, away: [6000, 12000], status: 'planned', from: 2029 },
];

const INLAND = {
  'command-posts': {
    prefix: 'CP', name: 'Sở chỉ huy giả định', cost: [4000, 12000], observer: [6, 12], edge: 4000,
    places: [
      { zone: 'DA11' }, { zone: 'DA03' }, { zone: 'DA07' }, { zone: 'DA10' }, { zone: 'DA14' },
      { zone: 'DA01' }, { zone: 'DA04' }, { zone: 'DA05' }, { zone: 'DA08', status: 'planned', from: 2028 },
    ],
  },
  'rear-bases': {
    prefix: 'RB', name: 'Căn cứ hậu phương giả định', cost: [18000, 42000], edge: 6000,
    places: [
      { zone: 'DA09', ground: 1500 }, { zone: 'DA12', ground: 1200 }, { zone: 'DA06', ground: 1300 },
      { zone: 'DA15', status: 'under-construction', from: 2026 },
    ],
  },
  'logistics-bases': {
    prefix: 'LB', name: 'Căn cứ hậu cần giả định', cost: [6000, 15000], edge: 4000,
    places: [
      { zone: 'DA02' }, { zone: 'DA04', ground: 600 }, { zone: 'DA05' }, { zone: 'DA07', ground: 550 },
      { zone: 'DA11' }, { zone: 'DA13' }, { zone: 'DA08', status: 'planned', from: 2030 },
    ],
  },
  'evacuation-areas': {
    prefix: 'EV', name: 'Khu sơ tán giả định', cost: [1200, 4800], edge: 4500, people: [800, 6500],
    places: [
      { zone: 'DA01', ground: 1100 }, { zone: 'DA02' }, { zone: 'DA03', ground: 1300 }, { zone: 'DA04' },
      { zone: 'DA05', ground: 1200 }, { zone: 'DA06' }, { zone: 'DA07', ground: 1400 }, { zone: 'DA08' },
      { zone: 'DA10', ground: 1700 }, { zone: 'DA13', status: 'planned', from: 2027 },
    ],
  },
  'training-grounds': {
    prefix: 'TG', name: 'Thao trường giả định', cost: [2500, 7000], edge: 5000,
    places: [{ zone: 'DA10', ground: 2400 }, { zone: 'DA06', ground: 2000 }, { zone: 'DA14', status: 'planned', from: 2031 }],
  },
};

export function borderGates(ground) {
  const random = randomFrom(501);
  return GATE_KILOMETRES.map((kilometre, i) => {
    const position = gatePlace(ground, kilometre * 1000);
    return feature(`G${pad(i + 1)}`, 'Point', position, {
      name: `Cửa khẩu giả định ${pad(i + 1)}`,
      coverageRadiusMetres: random.integer(10, 20) * 100,
      observerHeightMetres: random.integer(8, 15),
      ...service(random, i === 7 ? { status: 'planned', from: 2028 } : i === 10 ? { status: 'under-construction', from: 2026 } : {}),
      zone: ground.zoneOf(position),
      cost: random.integer(50, 160) * 100,
      invented: true,
    });
  });
}

// On the line, as near the wanted chainage as towns allow.
function gatePlace(ground, chainageMetres) {
  for (let step = 0; step < 60; step++) {
    const metres = chainageMetres + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * 400;
    const position = ground.border.at(metres).map((value) => Number(value.toFixed(6)));
    if (ground.awayFromTowns(position)) return position;
  }
  throw new Error(`no place for a gate near ${chainageMetres} m`);
}

export function combatBases(ground) {
  const random = randomFrom(502);
  return COMBAT_BASES.map((each, i) => {
    const centre = ground.inland(random, each.kilometre * 1000, ...each.away);
    return facility(random, ground, each, centre, `CB${pad(i + 1)}`, {
      name: `Căn cứ chiến đấu giả định ${i + 1}`,
      observerHeightMetres: random.integer(8, 20),
      ...service(random, each),
      zone: ground.zoneOf(centre),
      cost: random.integer(80, 190) * 100,
      invented: true,
    });
  });
}

export function inlandFacilities(ground) {
  const random = randomFrom(503);
  const layers = {};
  for (const [layer, kind] of Object.entries(INLAND)) {
    layers[layer] = kind.places.map((each, i) => {
      const centre = ground.within(random, each.zone, kind.edge);
      return facility(random, ground, each, centre, `${kind.prefix}${pad(i + 1)}`, {
        name: `${kind.name} ${i + 1}`,
        ...(kind.observer ? { observerHeightMetres: random.integer(...kind.observer) } : {}),
        ...service(random, each),
        zone: each.zone,
        cost: Math.round(random.between(...kind.cost) / 100) * 100,
        ...(kind.people ? { capacityPeople: Math.round(random.between(...kind.people) / 50) * 50 } : {}),
        invented: true,
      });
    });
  }
  return layers;
}

// `centre` is where the road arrives; only the geometry is written.
function facility(random, ground, place, centre, id, properties) {
  const made = place.ground
    ? feature(id, 'Polygon', [blob(random, centre, place.ground, place.ground * 0.7, 14, 0.25)], properties)
    : feature(id, 'Point', centre, properties);
  return { ...made, centre };
}

function service(random, { status = 'existing', from }) {
  return { status, inServiceFrom: from ?? random.integer(2002, 2021) };
}

const pad = (number) => String(number).padStart(2, '0');

// Places where a new militia post could be built: two in three along the border at large, one in
// three where cover is thin.
export function candidateSites(ground, thinRanges) {
  const random = randomFrom(504);
  const places = [];
  for (let i = 0; i < 40; i++) places.push(((i + random.between(0.15, 0.85)) * ground.border.totalMetres) / 40);
  for (let i = 0; i < 20; i++) {
    const range = thinRanges[i % thinRanges.length];
    places.push(random.between(range.fromMetres, range.toMetres));
  }
  places.sort((a, b) => a - b);
  return places.map((chainage, i) => {
    const position = ground.inland(random, chainage, 300, 4200);
    const radius = random.integer(25, 90) * 100;
    return feature(`S${pad(i + 1)}`, 'Point', position, {
      name: `Điểm khảo sát giả định ${pad(i + 1)}`,
      kind: 'militia-posts',
      coverageRadiusMetres: radius,
      observerHeightMetres: random.integer(4, 16),
      zone: ground.zoneOf(position),
      cost: Math.round((800 + radius * random.between(0.26, 0.46)) / 50) * 50,
      invented: true,
    });
  });
}
