// Builds the browser half of the map into ../wwwroot/map: `npm ci` when the lock file is newer than what is
// installed, a type check, one bundle, the fonts, and the basemap. MSBuild calls it before it collects the static
// web assets; two builds at once (a test run beside a publish) wait for each other by a lock directory.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync, cpSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, "..", "wwwroot", "map");
const basemap = join(here, "..", "..", "data", "basemap");
const stamp = join(output, "bundle.stamp");
const lock = join(here, ".building");
const started = Date.now();

await locked(async () => {
  // Another build may have done the work while this one waited for it.
  if (existsSync(stamp) && statSync(stamp).mtimeMs > started)
    return;
  install();
  execFileSync(process.execPath, [join(here, "node_modules", "typescript", "bin", "tsc"), "--noEmit"], { cwd: here, stdio: "inherit" });
  await bundle();
  copyBasemap();
  copyLicences();
  // Last of all, because the build takes its presence to mean that the rest is there.
  writeFileSync(stamp, "");
});

function install() {
  const installed = join(here, "node_modules", ".package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(here, "package-lock.json")).mtimeMs)
    return;
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit", shell: process.platform === "win32" });
}

async function bundle() {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: here,
    entryPoints: { viewer: "src/viewer.ts", "viewer-style": "src/viewer.css" },
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    loader: { ".woff2": "file", ".woff": "empty" },
    assetNames: "[name]",
    outdir: output,
    logLevel: "warning",
  });
}

function copyBasemap() {
  if (!existsSync(basemap))
    return;
  for (const name of readdirSync(basemap).filter(file => file.endsWith(".geojson")))
    cpSync(join(basemap, name), join(output, name));
}

function copyLicences() {
  const parts = ["ol", "rbush", "quickselect", "earcut", "@fontsource/noto-sans"];
  const texts = parts
    .map(part => [part, readdirSync(join(here, "node_modules", part)).find(file => /^licen[cs]e/i.test(file))])
    .map(([part, file]) => `${part}\n${"=".repeat(part.length)}\n${file ? readFileSync(join(here, "node_modules", part, file), "utf8") : "See the package."}`);
  writeFileSync(join(output, "licences.txt"), texts.join("\n\n"));
}

async function locked(work) {
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST")
        throw error;
      if (abandoned()) {
        rmSync(lock, { recursive: true, force: true });
        continue;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
  writeFileSync(join(lock, "pid"), String(process.pid));
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

// A build that was killed leaves its lock behind: it holds only while its process runs.
function abandoned() {
  try {
    process.kill(Number(readFileSync(join(lock, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    if (error.code === "ESRCH")
      return true;
    // No pid yet: its owner is between two steps, unless the lock is old.
    return error.code === "ENOENT" && existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 10_000;
  }
}
