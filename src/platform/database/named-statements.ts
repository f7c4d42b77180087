import pg from 'pg';

/** So many statements have names at most: PostgreSQL keeps the plan of each on each connection. */
const MOST_NAMES = 500;
/** A statement is named when it comes for this time: what comes once is not worth a plan that is kept. */
const WORTH_NAMING = 3;
/** Lists of many values come in many lengths, each another text. */
const MOST_VALUES = 60;

const seen = new Map<string, number>();
const names = new Map<string, string>();

/** The name under which PostgreSQL keeps the plan of this text; undefined for what it plans each time. */
function nameOf(text: string, values: readonly unknown[]): string | undefined {
  const name = names.get(text);
  if (name !== undefined) return name;
  if (names.size >= MOST_NAMES || values.length > MOST_VALUES) return undefined;
  const times = (seen.get(text) ?? 0) + 1;
  if (times < WORTH_NAMING) {
    // Texts that never come again are forgotten with all others.
    if (seen.size > 10 * MOST_NAMES) seen.clear();
    seen.set(text, times);
    return undefined;
  }
  seen.delete(text);
  names.set(text, `waymark_${names.size}`);
  return names.get(text);
}

/**
 * A client of PostgreSQL whose statements have names: a text is parsed and planned once on a connection, and not each
 * time. TypeORM hands texts to the driver without. Only what has values: a text without may be several statements.
 */
export class NamingClient extends pg.Client {
  override query(...given: unknown[]): never {
    const [text, values, ...rest] = given;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0;
    const named = name ? { name: nameOf(text, values), text, values } : null;
    const args = named?.name === undefined ? given : [named, ...rest];
    return (super.query as (...args: unknown[]) => never).apply(this, args);
  }
}
