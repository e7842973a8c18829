// All files of the sample plan and the basemap, as text by path.

import { countries, provinces, towns } from './basemap.mjs';
import { borderSegments } from './border.mjs';
import { depths, gapsIn, samplesOf } from './cover.mjs';
import { borderGates, candidateSites, combatBases, inlandFacilities } from './facilities.mjs';
import { collectionText } from './geojson.mjs';
import { groundOf } from './ground.mjs';
import { militiaPosts } from './posts.mjs';
import { reliefText } from './relief.mjs';
import { ISLAND_POSTS, UNCONNECTED_POSTS, patrolRoads } from './roads.mjs';
import { hazardAreas, projects } from './surroundings.mjs';
import { defensiveZones } from './zones.mjs';

const list = (features) => features.map(({ id }) => id).join(', ');

function planOf(posts) {
  const island = list(ISLAND_POSTS.map((i) => posts[i]));
  const unconnected = list(UNCONNECTED_POSTS.map((i) => posts[i]));
  return {
    name: 'Northern border',
    nameVi: 'Biên giới phía Bắc',
    description:
      'The land border of Cao Bằng and Lạng Sơn with China and the provinces of Military Region 1 since July 2025, from public geography, ' +
      'generalised: up to 2 km off. Every facility, defence area, road, hazard, project and candidate site is invented; no real site is shown. ' +
      'Costs are invented too, in millions of Vietnamese dong. Some gaps in the cover are there on purpose; some close as planned posts come ' +
      `into service. The roads round posts ${island} are an island without a link to the rest; post ${unconnected} has no road at all.`,
    facilitiesAreInvented: true,
    defaults: { coverageRadiusMetres: { 'militia-posts': 5000, 'border-gates': 1500 } },
  };
}

export function makeAll() {
  const zones = defensiveZones();
  const townFeatures = towns();
  const ground = groundOf(zones, townFeatures);
  const posts = militiaPosts(ground);
  const gates = borderGates(ground);
  const bases = combatBases(ground);
  const inland = inlandFacilities(ground);
  const roads = patrolRoads(ground, { posts, gates, combatBases: bases, inland });
  const samples = samplesOf(ground.border);
  const standing = posts.filter((post) => post.properties.status === 'existing');
  const thin = gapsIn(samples, depths(samples, standing)).filter((gap) => gap.toMetres - gap.fromMetres > 1500);
  const layers = {
    'border-segments': borderSegments(),
    'defensive-zones': zones,
    'militia-posts': posts,
    'combat-bases': bases,
    'command-posts': inland['command-posts'],
    'border-gates': gates,
    'logistics-bases': inland['logistics-bases'],
    'rear-bases': inland['rear-bases'],
    'evacuation-areas': inland['evacuation-areas'],
    'training-grounds': inland['training-grounds'],
    'patrol-roads': roads,
    'candidate-sites': candidateSites(ground, thin),
    'hazard-areas': hazardAreas(ground, roads),
    projects: projects(ground, roads),
  };
  const files = new Map([['northern-border/plan.json', `${JSON.stringify(planOf(posts), null, 2)}\n`]]);
  for (const [name, features] of Object.entries(layers)) files.set(`northern-border/${name}.geojson`, collectionText(name, features));
  files.set('northern-border/terrain/generated.json', reliefText(layers));
  files.set('basemap/countries.geojson', collectionText('countries', countries(), 5));
  files.set('basemap/provinces.geojson', collectionText('provinces', provinces(), 5));
  files.set('basemap/towns.geojson', collectionText('towns', townFeatures, 5));
  return { files, layers, ground, samples };
}
