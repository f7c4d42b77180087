import type { OutlinedEntry, OutlinedPart } from '../compilation-outline.js';
import { level } from './level.js';
import type { PlacedPart } from './placement.js';

/** One part of what somebody who is not named says, and where it would stand if its author were. */
export interface UnnamedUnit<S> {
  entry: OutlinedEntry;
  said: OutlinedPart;
  spot: S;
  section: number;
}

interface Rule {
  fewest: number;
  /** The document's own language, whose words say nothing of who wrote them. */
  own: string;
  /** Whether a section has more than one place, so that its pool says less than they do. */
  several: (section: number) => boolean;
}

interface Hidden<S> {
  spots: Map<S, UnnamedUnit<S>[]>;
  pools: Map<number, UnnamedUnit<S>[]>;
  documentPool: UnnamedUnit<S>[];
  waiting: UnnamedUnit<S>[];
}

/** What stands together in one place and cannot be told apart there. */
interface Class<S> {
  at: { spot: S } | { pool: number };
  kind: string;
  units: UnnamedUnit<S>[];
}

/**
 * Where what is not attributed stands. Under a heading only among others that hide it (`level`), by part and language;
 * what is too much there goes to the pool of its section if it is hidden in that, else to that of the document. There,
 * too, no voice is to have more than its share, so what stands elsewhere comes to it until that is so, or nothing is left
 * to come. In another language than the document's own it stands there only with enough voices that share it.
 */
export function hideUnnamed<S>(units: readonly UnnamedUnit<S>[], { fewest, own, several }: Rule): Hidden<S> {
  const voiceOf = ({ entry }: UnnamedUnit<S>) => entry.voice;
  // States and others are never taken for one another.
  const kindOf = ({ entry, said }: UnnamedUnit<S>) =>
    `${entry.reporterKind === 'state' ? 'state' : 'other'} ${said.language ?? own}`;
  const classes: Class<S>[] = [];
  const levelled = (those: UnnamedUnit<S>[], at: Class<S>['at'], nameOf: (unit: UnnamedUnit<S>) => string) =>
    grouped(those, nameOf).flatMap((group) => {
      const { stay, rest } = level(group, voiceOf, fewest);
      if (stay.length > 0) classes.push({ at, kind: kindOf(stay[0]!), units: stay });
      return rest;
    });

  const sorted = [...units].sort(byHash);
  const afterSpots = grouped(sorted, ({ spot }) => spot).flatMap((those) =>
    levelled(those, { spot: those[0]!.spot }, (unit) => `${unit.said.part} ${kindOf(unit)}`),
  );
  const afterPools = grouped(afterSpots, ({ section }) => section).flatMap((those) =>
    several(those[0]!.section) ? levelled(those, { pool: those[0]!.section }, kindOf) : those,
  );

  const standing = new Set(classes);
  const documentPool: UnnamedUnit<S>[] = [];
  const waiting: UnnamedUnit<S>[] = [];
  for (const group of grouped(afterPools, kindOf)) {
    const kind = kindOf(group[0]!);
    while (level(group, voiceOf, fewest).rest.length > 0) {
      const next = mostHiding(
        [...standing].filter((one) => one.kind === kind),
        group,
        fewest,
      );
      if (!next) break;
      standing.delete(next);
      group.push(...next.units);
    }
    const voices = new Set(group.map(voiceOf));
    const isOwn = (group[0]!.said.language ?? own) === own;
    (isOwn || voices.size >= fewest ? documentPool : waiting).push(...group);
  }

  const hidden: Hidden<S> = { spots: new Map(), pools: new Map(), documentPool, waiting };
  for (const { at, units: those } of standing)
    if ('spot' in at) hidden.spots.set(at.spot, [...(hidden.spots.get(at.spot) ?? []), ...those]);
    else hidden.pools.set(at.pool, [...(hidden.pools.get(at.pool) ?? []), ...those]);
  return hidden;
}

/** The class that brings most of other voices beside the one that has too much. */
function mostHiding<S>(classes: readonly Class<S>[], group: readonly UnnamedUnit<S>[], fewest: number) {
  const [largest] = grouped(group, ({ entry }) => entry.voice).sort((a, b) => b.length - a.length);
  const most = largest![0]!.entry.voice;
  const gain = ({ units }: Class<S>) =>
    units.length - fewest * units.filter(({ entry }) => entry.voice === most).length;
  return classes.reduce<Class<S> | null>((best, one) => (!best || gain(one) > gain(best) ? one : best), null);
}

function grouped<T, K>(things: readonly T[], keyOf: (thing: T) => K): T[][] {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups.values()];
}

/** By a hash of the words alone: any other order would show something about who wrote them. */
export const inHiddenOrder = (units: readonly UnnamedUnit<unknown>[]): PlacedPart[] =>
  [...units].sort(byHash).map(({ entry, said }) => ({ entryId: entry.id, part: said.part }));

const byHash = (a: UnnamedUnit<unknown>, b: UnnamedUnit<unknown>) =>
  compare(a.said.hash, b.said.hash) || compare(a.entry.id, b.entry.id);
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
