/**
 * Turns the dotted names of a form into nested values: `{'a.b': 1}` becomes `{a: {b: 1}}`. A part that every object
 * has (`toString`, `__proto__`) is left out: what it makes could not be written down again. Into a list, which a field
 * sent twice is, nothing is nested: `a.length` would make it four thousand million long.
 */
export function unflatten(body: unknown): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  fields: for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    const path = name.split('.');
    if (path.some((part) => part in Object.prototype || part === 'prototype')) continue;
    let target = nested;
    for (const part of path.slice(0, -1)) {
      const inner = target[part] ?? (target[part] = {});
      if (typeof inner !== 'object' || Array.isArray(inner)) continue fields;
      target = inner as Record<string, unknown>;
    }
    target[path.at(-1)!] = value;
  }
  return nested;
}
