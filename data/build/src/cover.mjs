// Which samples of the border lie within a radius of a post. Only for laying posts out and for the
// summary that the build prints: the product computes the exact answer.

import { distanceMetres } from './plane.mjs';

const STEP_METRES = 50;

export function samplesOf(border) {
  const samples = [];
  for (let metres = 0; metres <= border.totalMetres; metres += STEP_METRES) samples.push({ metres, position: border.at(metres) });
  return samples;
}

export function depths(samples, posts) {
  return samples.map(({ position }) => posts.filter((post) => distanceMetres(position, post.coordinates) <= post.properties.coverageRadiusMetres).length);
}

export function gapsIn(samples, depthOf) {
  const gaps = [];
  samples.forEach(({ metres }, i) => {
    if (depthOf[i] > 0) return;
    const last = gaps[gaps.length - 1];
    if (last && metres - last.toMetres <= STEP_METRES * 1.5) last.toMetres = metres;
    else gaps.push({ fromMetres: metres, toMetres: metres });
  });
  return gaps;
}
