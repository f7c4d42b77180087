// Lets a thread that starts from the sources import TypeScript. What was built needs none of it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

export function resolve(specifier, context, next) {
  if (/^(\.|file:)/.test(specifier) && specifier.endsWith('.js')) {
    const url = new URL(specifier, context.parentURL).href;
    if (!existsSync(fileURLToPath(url)))
      for (const ending of ['.ts', '.tsx']) {
        const source = url.replace(/\.js$/, ending);
        if (existsSync(fileURLToPath(source))) return { url: source, format: 'module', shortCircuit: true };
      }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!/\.tsx?$/.test(url)) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), { sourceMaps: false });
  return { format: 'module', source: code, shortCircuit: true };
}
