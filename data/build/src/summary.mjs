// What the build prints: enough to see that a change of a seed or a table did what was meant.

import { depths, gapsIn } from './cover.mjs';
import { lengthMetres } from './plane.mjs';

const kilometres = (metres) => (metres / 1000).toFixed(1);

export function summaryOf({ layers, ground, samples }) {
  const lines = [`border ${kilometres(ground.border.totalMetres)} km (Cao Bằng ${kilometres(ground.border.caoBangMetres)}, Lạng Sơn ${kilometres(ground.border.langSonMetres)})`];
  for (const [name, features] of Object.entries(layers)) lines.push(`${name}: ${features.length}${statuses(features)}`);
  lines.push(`patrol-roads: ${kilometres(layers['patrol-roads'].reduce((sum, road) => sum + lengthMetres(road.coordinates), 0))} km`);
  const posts = [...layers['militia-posts'], ...layers['border-gates']];
  const views = [
    ['posts and gates of any status', () => true],
    ['existing posts and gates', (post) => post.status === 'existing'],
    ['in service in 2026', inService(2026)],
    ['in service in 2032', inService(2032)],
  ];
  for (const [title, wanted] of views) {
    const depth = depths(samples, posts.filter((post) => wanted(post.properties)));
    const share = (least) => ((100 * depth.filter((each) => each >= least).length) / depth.length).toFixed(1);
    const gaps = gapsIn(samples, depth).map((gap) => `${kilometres(gap.fromMetres)}–${kilometres(gap.toMetres)}`);
    lines.push(`${title}: covered ${share(1)} %, depth 2+ ${share(2)} %, depth 3+ ${share(3)} %; gaps at km ${gaps.join(', ')}`);
  }
  return lines.join('\n');
}

const inService = (year) => (post) => post.inServiceFrom <= year && !(post.inServiceTo <= year);

function statuses(features) {
  const counts = new Map();
  for (const { properties } of features) if (properties.status) counts.set(properties.status, (counts.get(properties.status) ?? 0) + 1);
  return counts.size === 0 ? '' : ` (${[...counts].map(([status, count]) => `${count} ${status}`).join(', ')})`;
}
