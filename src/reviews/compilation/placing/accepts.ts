import { roundTables } from '../../../framework/round-tables.data.js';
import {
  type Content,
  type ContentKind,
  type ContentScope,
  ENTRY_PARTS,
  type EntryPart,
} from '../../templates/template.js';
import type { AskedSection } from '../ask.js';
import type { OutlinedEntry } from '../compilation-outline.js';
import type { DocumentFacts, ItemFacts } from '../facts/document-facts.js';
import type { Spot } from './placement.js';

const TAKERS: readonly ContentKind[] = ['objectives', 'institutional', 'parts'];

/** Whether words of entries stand in a content of this document: in a matrix only where nothing else has them. */
export function takingEntries(
  sections: readonly Pick<AskedSection, 'contents'>[],
): (content: Content) => boolean {
  const others = sections.some(({ contents }) => contents.some(({ kind }) => TAKERS.includes(kind)));
  return ({ kind }) => TAKERS.includes(kind) || (kind === 'matrix' && !others);
}

/** Objectives in the order of the round tables, within one in that of their numbers. */
export const OBJECTIVES: readonly number[] = roundTables.flatMap(({ objectives }) =>
  [...objectives].sort((a, b) => a - b),
);

/** The objectives that a content is about. */
export function objectivesIn(only: ContentScope | undefined): readonly number[] {
  const table = only?.roundTable;
  const numbers = table === undefined ? OBJECTIVES : OBJECTIVES.filter((one) => tableOf(one) === table);
  const chosen = only?.objectives;
  // Where the whole Compact is gone through, in its own order; a round table, too, goes by number.
  const ordered = table === undefined ? [...numbers].sort((a, b) => a - b) : numbers;
  return chosen && chosen.length > 0 ? ordered.filter((one) => chosen.includes(one)) : ordered;
}

const tableOf = (objective: number) =>
  roundTables.find(({ objectives }) => objectives.includes(objective))?.number;

export const partsIn = (only: ContentScope | undefined): readonly EntryPart[] =>
  only?.parts && only.parts.length > 0
    ? ENTRY_PARTS.filter((part) => only.parts!.includes(part))
    : ENTRY_PARTS;

/** The items that a content is about; null where it is not narrowed to any. */
export function itemsIn(
  only: ContentScope | undefined,
  facts: Pick<DocumentFacts, 'items'>,
): Set<string> | null {
  if (!only?.itemId && !only?.principles?.length) return null;
  const branch = only.itemId ? branchOf(only.itemId, facts.items) : null;
  const chosen = facts.items.filter(
    ({ id, principles }) =>
      (!branch || branch.has(id)) &&
      (!only.principles?.length || principles.some((one) => only.principles!.includes(one))),
  );
  return new Set(chosen.map(({ id }) => id));
}

/** An item with all below it; items come before those below them. */
function branchOf(itemId: string, items: readonly ItemFacts[]): Set<string> {
  const branch = new Set([itemId]);
  for (const { id, parentId } of items) if (parentId !== null && branch.has(parentId)) branch.add(id);
  return branch;
}

/** Where in a content words of an entry may stand, the first of them first; nowhere where it is about something else. */
export function spotsFor(entry: OutlinedEntry, { kind, only }: Content, within: Set<string> | null): Spot[] {
  // Whoever is not named is in no place that is about certain States.
  if (only?.states?.length && !only.states.includes(entry.reporter ?? '')) return [];
  if (within && !entry.itemIds.some((id) => within.has(id))) return [];
  const chosen = only?.objectives?.length || only?.roundTable !== undefined;
  switch (kind) {
    case 'objectives':
      return objectivesIn(only).filter((one) => entry.objectives.includes(one));
    case 'institutional':
      return entry.institutional ? ['institutional'] : [];
    case 'parts':
      return !chosen || objectivesIn(only).some((one) => entry.objectives.includes(one)) ? ['parts'] : [];
    case 'matrix':
      return entry.itemIds.length > 0 ? ['parts'] : [];
    default:
      return [];
  }
}
