// node build.mjs --out ..   writes the sample plan and the basemap into the given folder
// node build.mjs --check    makes them in memory and compares them with what is there

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeAll } from './src/plan.mjs';
import { summaryOf } from './src/summary.mjs';

const dataFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const [verb, target] = process.argv.slice(2);

if (verb === '--out' && target) write(target);
else if (verb === '--check' && !target) check();
else {
  console.error('usage: node build.mjs --out FOLDER | --check');
  process.exitCode = 2;
}

function write(folder) {
  const made = makeAll();
  for (const [path, text] of made.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  console.log(summaryOf(made));
}

function check() {
  const different = [...makeAll().files].filter(([path, text]) => committed(path) !== text).map(([path]) => path);
  for (const path of different) console.error(`data/${path} is not what the build makes: run node build.mjs --out ..`);
  if (different.length === 0) console.log('data is what the build makes');
  process.exitCode = different.length === 0 ? 0 : 1;
}

function committed(path) {
  try {
    return readFileSync(join(dataFolder, path), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}
