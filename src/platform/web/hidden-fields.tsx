import { Hidden } from './fields.js';

/** Carries values through a form that does not show them, in the form's own flat names. */
export function HiddenFields({ values }: { values: Record<string, unknown> }) {
  return (
    <>
      {flat(values).map(([name, value], index) => (
        <Hidden key={`${name}-${index}`} name={name} value={value} />
      ))}
    </>
  );
}

function flat(value: unknown, name = ''): [name: string, value: string | number][] {
  if (typeof value === 'string' || typeof value === 'number') return [[name, value]];
  if (value === true) return [[name, 'on']];
  if (Array.isArray(value)) return value.flatMap((one) => flat(one, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, name ? `${name}.${key}` : key));
}
