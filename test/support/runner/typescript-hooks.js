import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

/** What is compiled for production has the same options, but for reading them from the file again and again. */
const { $schema: _, ...OPTIONS } = JSON.parse(
  readFileSync(new URL('../../../.swcrc', import.meta.url), 'utf8'),
);
/** Jest's own module of this name is for its other runner; here its functions are global. */
const GLOBALS = `data:text/javascript,
  export const { jest, expect, describe, it, test, beforeAll, beforeEach, afterAll, afterEach } = globalThis;`;

/** An import of `x.js` is of `x.ts` or `x.tsx`, where there is one. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
  if (specifier.startsWith('.') && specifier.endsWith('.js') && ours(context.parentURL)) {
    const base = new URL(specifier, context.parentURL).href.slice(0, -'.js'.length);
    const url = [`${base}.ts`, `${base}.tsx`].find((one) => existsSync(fileURLToPath(one)));
    if (url) return { url, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  const [address] = url.split('?');
  if (!/\.tsx?$/.test(address) || !ours(address)) return next(url, context);
  const filename = fileURLToPath(address);
  const options = { ...OPTIONS, swcrc: false, filename, sourceMaps: 'inline' };
  const { code } = await transform(readFileSync(filename, 'utf8'), options);
  return { format: 'module', source: code, shortCircuit: true };
}

const ours = (url) => url?.startsWith('file:') && !url.includes('/node_modules/');
