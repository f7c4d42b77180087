// Prints what two OpenAPI documents say differently of the input of the API: node scripts/compare-openapi.mjs a.json b.json
import { readFileSync } from 'node:fs';

const [before, after] = process.argv
  .slice(2, 4)
  .map((file) => inputsOf(JSON.parse(readFileSync(file, 'utf8'))));

for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
  const [was, is] = [before[path], after[path]];
  if (was !== is) console.log(`${path}\n  - ${was ?? 'nothing'}\n  + ${is ?? 'nothing'}`);
}

/** One line per field of a body and per parameter: what it must be, by where it is. */
function inputsOf(document) {
  const lines = {};
  const follow = (schema) =>
    schema?.$ref
      ? follow(
          schema.$ref
            .split('/')
            .slice(1)
            .reduce((at, part) => at[part], document),
        )
      : (schema ?? {});
  const add = (path, given, required) => {
    let schema = follow(given);
    if (schema.allOf?.length === 1) schema = { ...schema, ...follow(schema.allOf[0]), allOf: undefined };
    const {
      properties,
      items,
      additionalProperties,
      required: needed = [],
      oneOf,
      anyOf,
      allOf,
      ...rest
    } = schema;
    const facts = { ...rest, ...(required && { required }), description: undefined, title: undefined };
    lines[path] = JSON.stringify(
      Object.fromEntries(
        Object.entries(facts)
          .sort()
          .filter(([, fact]) => fact !== undefined),
      ),
    );
    for (const [name, one] of Object.entries(properties ?? {}))
      add(`${path}.${name}`, one, needed.includes(name));
    if (items) add(`${path}[]`, items);
    if (additionalProperties?.constructor === Object) add(`${path}.*`, additionalProperties);
    for (const [kind, list] of Object.entries({ oneOf, anyOf, allOf }))
      for (const [index, one] of (list ?? []).entries()) add(`${path}<${kind} ${index}>`, one);
  };
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, { parameters = [], requestBody }] of Object.entries(methods)) {
      for (const { name, in: place, required, schema } of parameters)
        add(`${method} ${path} ${place}:${name}`, schema, required);
      for (const [type, { schema }] of Object.entries(requestBody?.content ?? {}))
        add(`${method} ${path} ${type}`, schema, requestBody.required);
    }
  return lines;
}
