/**
 * Some registries hold packages for their own platform only; npm then writes a lock file without the optional
 * packages of other platforms, and `npm ci` refuses it everywhere ("Missing: ... from lock file"). This adds them
 * by the exact version their parent names. Run it after `npm install`: node scripts/complete-lock.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const OS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'aix',
];
const CPU = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (path === '' || isThere(path, name) || !/^\d/.test(version)) continue;
    const words = name.split(/[/-]/);
    const cpu = CPU.find((one) => words.includes(one)) ?? (words.includes('wasm32') ? 'wasm32' : null);
    const os = OS.find((one) => words.includes(one));
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(cpu && { cpu: [cpu] }),
      optional: true,
      ...(os && { os: [os] }),
      ...(!os && !cpu && { os: ['none'] }),
      ...(words.includes('gnu') && { libc: ['glibc'] }),
      ...(words.includes('musl') && { libc: ['musl'] }),
      ...(entry.dev && { dev: true }),
    };
    added += 1;
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
  'package-lock.json',
  `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`,
);
console.log(`${added} packages of other platforms added`);

/** Whether Node would find the package from there: in a node_modules beside it or above. */
function isThere(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at}${at ? '/' : ''}node_modules/${name}`]) return true;
    if (!at || !at.includes('/node_modules/')) return Boolean(lock.packages[`node_modules/${name}`]);
  }
}
