import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transform } from '@swc/core';

const options = {
  ...JSON.parse(readFileSync(new URL('../../../.swcrc', import.meta.url), 'utf8')),
  swcrc: false,
};
delete options.$schema;

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals')
    return { url: new URL('./jest-globals.mjs', import.meta.url).href, shortCircuit: true };
  if (
    /^\.{1,2}\/.*\.js$/.test(specifier) &&
    context.parentURL &&
    !context.parentURL.includes('/node_modules/')
  ) {
    const js = new URL(specifier, context.parentURL);
    for (const ext of ['.ts', '.tsx']) {
      const url = new URL(js.href.replace(/\.js$/, ext));
      if (existsSync(fileURLToPath(url))) return { url: url.href, format: 'module', shortCircuit: true };
    }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  const path = url.split('?')[0];
  if (/\.tsx?$/.test(path) && !path.includes('/node_modules/')) {
    const file = fileURLToPath(path);
    const { code } = await transform(readFileSync(file, 'utf8'), {
      ...options,
      filename: file,
      sourceMaps: 'inline',
    });
    return { format: 'module', source: code, shortCircuit: true };
  }
  return next(url, context);
}
