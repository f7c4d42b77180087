import type { Content } from '../../templates/template.js';
import type { AskedSection } from '../ask.js';
import type { OutlinedEntry } from '../compilation-outline.js';
import type { DocumentFacts } from '../facts/document-facts.js';
import { itemsIn, objectivesIn, partsIn, spotsFor, takingEntries } from './accepts.js';
import { hideUnnamed, inHiddenOrder, type UnnamedUnit } from './hide-unnamed.js';
import type { PlacedPart, Placement, SectionPlacement, Spot, SpotContents } from './placement.js';

interface Asked {
  sections: readonly AskedSection[];
  /** The document's own, whose words say nothing of who wrote them. */
  language: string;
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
  const takesEntries = takingEntries(sections);
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

  const unnamed: UnnamedUnit<SpotContents>[] = [];
  const left: PlacedPart[] = [];
  for (const entry of [...entries].sort((a, b) => compare(a.id, b.id))) {
    const fitting = takers.map((taker) => ({ taker, spots: spotsFor(entry, taker.content, taker.within) }));
    const at = new Set<SpotContents>();
    for (const said of entry.parts) {
      const placedPart: PlacedPart = { entryId: entry.id, part: said.part };
      const those = fitting.filter(({ taker, spots }) => spots.length > 0 && taker.parts.includes(said.part));
      // What asks for this part by name has it, before what takes all parts.
      const first = those.find(({ taker }) => taker.content.only?.parts?.length) ?? those[0];
      if (!first) {
        left.push(placedPart);
        continue;
      }
      const spot = spotAt(first.taker, first.spots[0]!);
      at.add(spot);
      if (entry.attributed) spot.named.push(placedPart);
      else unnamed.push({ entry, said, spot, section: first.taker.section });
    }
    if (!entry.attributed || at.size === 0) continue;
    for (const { taker, spots } of fitting)
      for (const one of entry.parts.some(({ part }) => taker.parts.includes(part)) ? spots : []) {
        const spot = spotAt(taker, one);
        if (one !== 'parts' && !at.has(spot)) spot.elsewhere.push(entry.id);
      }
  }

  const several = (section: number) =>
    placed[section]!.taken.reduce((sum, { spots }) => sum + spots.length, 0) > 1;
  const hidden = hideUnnamed(unnamed, { fewest: facts.mechanism.fewestReporters, own: language, several });
  for (const [spot, units] of hidden.spots) spot.unnamed = inHiddenOrder(units);
  for (const [section, units] of hidden.pools) placed[section]!.pool = inHiddenOrder(units);
  const whole = (content: Content) => takesEntries(content) && !content.only?.parts?.length;
  const last =
    placed.findLast((_, index) => sections[index]!.contents.some(whole)) ??
    placed.findLast(({ taken }) => taken.length > 0);
  if (last) last.documentPool = inHiddenOrder(hidden.documentPool);
  return { sections: placed, waiting: inHiddenOrder(hidden.waiting), left };
}

interface Taker {
  section: number;
  index: number;
  content: Content;
  parts: readonly string[];
  within: Set<string> | null;
}

function takersOf(sections: readonly AskedSection[], facts: Pick<DocumentFacts, 'items'>): Taker[] {
  const takesEntries = takingEntries(sections);
  return sections.flatMap(({ contents }, section) =>
    contents.flatMap((content, index) =>
      takesEntries(content)
        ? [{ section, index, content, parts: partsIn(content.only), within: itemsIn(content.only, facts) }]
        : [],
    ),
  );
}

const spotsOf = ({ kind, only }: Content): readonly Spot[] =>
  kind === 'objectives' ? objectivesIn(only) : [kind === 'institutional' ? 'institutional' : 'parts'];

const emptySpot = (spot: Spot): SpotContents => ({ spot, named: [], unnamed: [], elsewhere: [] });

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
