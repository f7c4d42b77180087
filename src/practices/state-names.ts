import { States } from '../accounts/states.js';

let byName: Map<string, string> | undefined;

const folded = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();

/** Codes of the countries that these names or codes mean, each once, and those that mean none. */
export function statesNamed(names: readonly string[]): { codes: string[]; unknown: string[] } {
  byName ??= new Map(
    States.all().flatMap((code) =>
      [code, ...States.names(code)].map((name) => [folded(name), code] as const),
    ),
  );
  const codes = new Set<string>();
  const unknown: string[] = [];
  for (const name of names.map((one) => one.trim()).filter(Boolean)) {
    const code = byName.get(folded(name));
    if (code) codes.add(code);
    else unknown.push(name);
  }
  return { codes: [...codes], unknown };
}
