// Where invented things may stand: on Vietnam's side, inside the region, off the border line, and
// away from any town that the basemap shows, so that nothing can be taken for a real site.

import { alongLine, borderParts } from './border.mjs';
import { distanceMetres, distanceToLineMetres, insideRing, metresPerDegree, offset } from './plane.mjs';
import { inZone } from './zones.mjs';

const TOWN_DISTANCE_METRES = 2500;

export function groundOf(zones, towns) {
  const { caoBang, langSon, whole } = borderParts();
  const line = alongLine(whole);
  const region = zones.find((zone) => zone.properties.level === 'military-region').coordinates[0];
  const areas = zones.filter((zone) => zone.properties.level === 'defence-area');
  const positions = towns.map((town) => town.coordinates);
  const caoBangMetres = alongLine(caoBang).totalMetres;

  const inside = (position) => insideRing(position, region);
  const borderDistanceMetres = (position) => distanceToLineMetres(position, whole);
  const awayFromTowns = (position) => positions.every((town) => distanceMetres(town, position) >= TOWN_DISTANCE_METRES);

  return {
    border: { ...line, line: whole, caoBangMetres, langSonMetres: alongLine(langSon).totalMetres },
    region,
    areas,
    inside,
    borderDistanceMetres,
    awayFromTowns,
    zoneOf(position) {
      const found = areas.find((area) => inZone(position, area));
      return found ? found.id : nearestZone(position, areas);
    },
    // A place about `awayMetres` from the border, abreast of a chainage, on Vietnam's side.
    inland(random, chainageMetres, lowMetres, highMetres) {
      for (let attempt = 0; attempt < 400; attempt++) {
        const reach = 1500 + attempt * 10;
        const [a, b] = [line.at(chainageMetres - reach), line.at(chainageMetres + reach)];
        const scale = metresPerDegree(a[1]);
        const [dx, dy] = [(b[0] - a[0]) * scale.east, (b[1] - a[1]) * scale.north];
        const length = Math.hypot(dx, dy) || 1;
        const away = random.between(lowMetres, highMetres);
        const along = random.between(-0.3, 0.3) * Math.min(away, 4000);
        const [nx, ny] = [dy / length, -dx / length];
        const position = offset(line.at(chainageMetres), nx * away + (dx / length) * along, ny * away + (dy / length) * along).map((v) => Number(v.toFixed(6)));
        const actual = borderDistanceMetres(position);
        if (inside(position) && actual >= lowMetres && actual <= highMetres * 1.05 && awayFromTowns(position)) return position;
      }
      throw new Error(`no place ${lowMetres} to ${highMetres} m from the border at ${chainageMetres.toFixed(0)} m`);
    },
    // A place anywhere in a zone, at least so far from its edge.
    within(random, zoneId, edgeMetres) {
      const area = areas.find((each) => each.id === zoneId);
      const ring = area.coordinates[0];
      const [west, east] = [Math.min(...ring.map((p) => p[0])), Math.max(...ring.map((p) => p[0]))];
      const [south, north] = [Math.min(...ring.map((p) => p[1])), Math.max(...ring.map((p) => p[1]))];
      for (let attempt = 0; attempt < 4000; attempt++) {
        const position = [random.between(west, east), random.between(south, north)].map((v) => Number(v.toFixed(6)));
        if (insideRing(position, ring) && distanceToLineMetres(position, ring) >= edgeMetres && awayFromTowns(position)) return position;
      }
      throw new Error(`no place in ${zoneId} ${edgeMetres} m from its edge`);
    },
  };
}

// A position on the border line itself is on the edge of its zone, so "inside" may miss it.
function nearestZone(position, areas) {
  const ranked = areas.map((area) => ({ id: area.id, metres: distanceToLineMetres(position, area.coordinates[0]) }));
  ranked.sort((a, b) => a.metres - b.metres);
  return ranked[0].id;
}
