/*
 * Writes src/mechanisms/map/outlines.data.ts from the outlines of world-countries, simplified, in the Equal Earth
 * projection. Run it again when there is a new version of that library.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const WIDTH = 2200;
const folder = join(dirname(createRequire(import.meta.url).resolve('world-countries/package.json')), 'data');

const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const HALF = 2.70663;
/** Šavrič, Patterson, Jenny: The Equal Earth map projection (2018). */
function projected([longitude, latitude]) {
  const theta = Math.asin((Math.sqrt(3) / 2) * Math.sin((latitude * Math.PI) / 180));
  const lambda = (longitude * Math.PI) / 180;
  const square = theta * theta;
  const sixth = square ** 3;
  const x =
    (2 * Math.sqrt(3) * lambda * Math.cos(theta)) /
    (3 * (9 * A4 * sixth * square + 7 * A3 * sixth + 3 * A2 * square + A1));
  const y = theta * (A4 * sixth * square + A3 * sixth + A2 * square + A1);
  const scale = WIDTH / (2 * HALF);
  return [Math.round((x + HALF) * scale), Math.round((1.3173627591574 - y) * scale)];
}

/** Douglas and Peucker: without the points that are nearer than this to the line between those that stay. */
const NEAR = 1.6;
function thinned(ring) {
  const points = ring.filter(([x, y], at) => at === 0 || x !== ring[at - 1][0] || y !== ring[at - 1][1]);
  if (points.length > 1 && points[0].join() === points.at(-1).join()) points.pop();
  if (points.length < 4) return points;
  const far = points.reduce(
    (best, point, at) => (apart(points[0], point) > apart(points[0], points[best]) ? at : best),
    0,
  );
  return [...between(points.slice(0, far + 1)), ...between([...points.slice(far), points[0]])];
}
const apart = ([a, b], [c, d]) => (a - c) ** 2 + (b - d) ** 2;
/** A line without its last point. */
function between(line) {
  const [first, last] = [line[0], line.at(-1)];
  const length = Math.hypot(last[0] - first[0], last[1] - first[1]) || 1;
  let most = 0;
  let at = 0;
  line.forEach(([x, y], index) => {
    const off =
      Math.abs((last[0] - first[0]) * (first[1] - y) - (first[0] - x) * (last[1] - first[1])) / length;
    if (off > most) [most, at] = [off, index];
  });
  if (most < NEAR) return [first];
  return [...between(line.slice(0, at + 1)), ...between(line.slice(at))];
}
const areaOf = (ring) =>
  Math.abs(
    ring.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = ring[(at + 1) % ring.length];
      return sum + x * nextY - nextX * y;
    }, 0),
  ) / 2;

function pathOf([[x, y], ...rest]) {
  let [atX, atY] = [x, y];
  const steps = rest.map(([toX, toY]) => {
    const step = `${toX - atX} ${toY - atY}`;
    [atX, atY] = [toX, toY];
    return step;
  });
  return `M${x} ${y}l${steps.join(' ')}z`.replaceAll(' -', '-');
}

const lines = [];
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.geo.json'))
  .sort()) {
  const code = file.slice(0, 3).toUpperCase();
  if (code === 'ATA') continue;
  const { features } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const polygons = features
    .flatMap(({ geometry }) => geometry?.geometries ?? geometry ?? [])
    .flatMap(({ type, coordinates }) => (type === 'MultiPolygon' ? coordinates : [coordinates]));
  if (polygons.length === 0) continue;
  const rings = polygons
    .map(([outer]) => thinned(outer.map(projected)))
    .map((ring) => ({ ring, area: ring.length > 2 ? areaOf(ring) : 0 }))
    .sort((a, b) => b.area - a.area);
  const [main] = rings;
  const xs = main.ring.map(([x]) => x);
  const ys = main.ring.map(([, y]) => y);
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const path = rings
    .filter(({ area }) => area >= 12)
    .map(({ ring }) => pathOf(ring))
    .join('');
  lines.push(`  ${code}: [[${box.join(', ')}], '${path}'],`);
}
writeFileSync(
  new URL('../src/mechanisms/map/outlines.data.ts', import.meta.url),
  `/**
 * Outlines of countries and areas by ISO 3166-1 alpha-3, simplified, as \`scripts/outlines.mjs\` made them of the package
 * world-countries (github.com/mledoze/countries, ODbL 1.0), whose outlines come from thematicmapping.org (World Borders).
 * A map made of them says what the United Nations say on theirs: "The boundaries and names
 * shown and the designations used on this map do not imply official endorsement or acceptance by the United Nations."
 * First the box around the largest part, then its path in a picture that is ${WIDTH} wide (Equal Earth).
 */
// prettier-ignore
export const OUTLINES: Readonly<Record<string, readonly [box: readonly [number, number, number, number], path: string]>> = {
${lines.join('\n')}
};
`,
);
