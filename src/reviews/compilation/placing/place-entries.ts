import type { Content } from '../../templates/template.js';
import type { AskedSection } from '../ask.js';
import type { OutlinedEntry, OutlinedPart } from '../compilation-outline.js';
import type { DocumentFacts } from '../facts/document-facts.js';
import { itemsIn, objectivesIn, partsIn, spotsFor, takesEntries } from './accepts.js';
import { level } from './level.js';
import type { PlacedPart, Placement, SectionPlacement, Spot, SpotContents } from './placement.js';

interface Asked {
  sections: readonly AskedSection[];
  /** The document's own, whose words say nothing of who wrote them. */
  language: string;
}

interface Unit extends PlacedPart {
  entry: OutlinedEntry;
  said: OutlinedPart;
}

/**
 * Where each part of each entry stands: once, in the first place of the document that takes it in. What is not
 * attributed stands under a heading only among others that hide it (`level`), by part and language; else it goes up to
 * a pool of its section, else to one of the whole document. There it stands without any heading that says what it is
 * about, and in another language only where enough reporters share that. Pure: the order of entries plays no part.
 */
export function placeEntries(
  entries: readonly OutlinedEntry[],
  { sections, language }: Asked,
  facts: Pick<DocumentFacts, 'items' | 'mechanism'>,
): Placement {
  const fewest = facts.mechanism.fewestReporters;
  const takers = takersOf(sections, facts);
  const placed: SectionPlacement[] = sections.map(({ key, contents }) => ({
    key,
    taken: contents.flatMap((content, index) =>
      takesEntries(content) ? [{ index, spots: spotsOf(content).map(emptySpot) }] : [],
    ),
    pool: [],
    documentPool: [],
  }));
  const spotAt = ({ section, index }: Taker, spot: Spot) =>
    placed[section]!.taken.find((one) => one.index === index)!.spots.find((one) => one.spot === spot)!;

  const unnamed = new Map<SpotContents, { section: number; units: Unit[] }>();
  const left: PlacedPart[] = [];
  for (const entry of [...entries].sort((a, b) => compare(a.id, b.id))) {
    const fitting = takers.map((taker) => ({ taker, spots: spotsFor(entry, taker.content, taker.within) }));
    const at = new Set<SpotContents>();
    for (const said of entry.parts) {
      const unit = { entryId: entry.id, part: said.part, entry, said };
      const first = fitting.find(({ taker, spots }) => spots.length > 0 && taker.parts.includes(said.part));
      if (!first) {
        left.push(placedPart(unit));
        continue;
      }
      const spot = spotAt(first.taker, first.spots[0]!);
      at.add(spot);
      if (entry.attributed) spot.named.push(placedPart(unit));
      else {
        const here = unnamed.get(spot) ?? { section: first.taker.section, units: [] };
        here.units.push(unit);
        unnamed.set(spot, here);
      }
    }
    if (!entry.attributed || at.size === 0) continue;
    for (const { taker, spots } of fitting)
      for (const one of entry.parts.some(({ part }) => taker.parts.includes(part)) ? spots : []) {
        const spot = spotAt(taker, one);
        if (one !== 'parts' && !at.has(spot)) spot.elsewhere.push(entry.id);
      }
  }

  const pools = new Map<number, Unit[]>();
  for (const [spot, { section, units }] of unnamed) {
    const { stay, rest } = hidden(units, ({ said }) => [said.part, said.language ?? language], fewest);
    spot.unnamed = inHiddenOrder(stay);
    pools.set(section, [...(pools.get(section) ?? []), ...rest]);
  }
  const all: Unit[] = [];
  for (const [section, units] of pools) {
    const several = placed[section]!.taken.reduce((sum, { spots }) => sum + spots.length, 0) > 1;
    const { stay, rest } = several
      ? hidden(units, ({ said }) => [said.language ?? language], fewest)
      : { stay: [], rest: units };
    placed[section]!.pool = inHiddenOrder(stay);
    all.push(...rest);
  }
  const { shown, waiting } = byLanguage(all, language, fewest);
  const last = placed.findLast(({ taken }) => taken.length > 0);
  if (last) last.documentPool = inHiddenOrder(shown);
  return { sections: placed, waiting: inHiddenOrder(waiting), left };
}

interface Taker {
  section: number;
  index: number;
  content: Content;
  parts: readonly string[];
  within: Set<string> | null;
}

const takersOf = (sections: readonly AskedSection[], facts: Pick<DocumentFacts, 'items'>): Taker[] =>
  sections.flatMap(({ contents }, section) =>
    contents.flatMap((content, index) =>
      takesEntries(content)
        ? [{ section, index, content, parts: partsIn(content.only), within: itemsIn(content.only, facts) }]
        : [],
    ),
  );

const spotsOf = ({ kind, only }: Content): readonly Spot[] =>
  kind === 'objectives' ? objectivesIn(only) : [kind === 'institutional' ? 'institutional' : 'parts'];

const emptySpot = (spot: Spot): SpotContents => ({ spot, named: [], unnamed: [], elsewhere: [] });

/** Class by class, of what a reader could tell apart; States and others are never taken for one another. */
function hidden(units: readonly Unit[], classOf: (unit: Unit) => string[], fewest: number) {
  const classes = new Map<string, Unit[]>();
  for (const unit of [...units].sort(byHash)) {
    const name = [unit.entry.reporterKind === 'state', ...classOf(unit)].join(' ');
    classes.set(name, [...(classes.get(name) ?? []), unit]);
  }
  const levelled = [...classes.values()].map((those) => level(those, ({ entry }) => entry.voice, fewest));
  return { stay: levelled.flatMap(({ stay }) => stay), rest: levelled.flatMap(({ rest }) => rest) };
}

/** What is left stands together; in another language than the document's only with enough reporters who share it. */
function byLanguage(units: readonly Unit[], own: string, fewest: number) {
  const voices = new Map<string, Set<string>>();
  const nameOf = ({ said, entry }: Unit) => `${entry.reporterKind === 'state'} ${said.language}`;
  for (const unit of units)
    voices.set(nameOf(unit), (voices.get(nameOf(unit)) ?? new Set()).add(unit.entry.voice));
  const isShown = (unit: Unit) =>
    (unit.said.language ?? own) === own || voices.get(nameOf(unit))!.size >= fewest;
  return { shown: units.filter(isShown), waiting: units.filter((unit) => !isShown(unit)) };
}

const inHiddenOrder = (units: readonly Unit[]): PlacedPart[] => [...units].sort(byHash).map(placedPart);
const placedPart = ({ entryId, part }: Unit): PlacedPart => ({ entryId, part });

/** By a hash of the words alone: any other order would show something about who wrote them. */
const byHash = (a: Unit, b: Unit) => compare(a.said.hash, b.said.hash) || compare(a.entryId, b.entryId);
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
