import { wordsOf } from '../../platform/search/fold.js';
import type { SeenEntry } from '../access/seen-entry.js';
import type { DocumentUse } from '../release/document-uses.js';
import type { WaitingStep } from '../../gate/waiting-steps.js';
import type { DeskFilter } from './desk.dto.js';

/** One text of one's own: how it stands, with whom, who wrote it, and where it went. */
export interface DeskRow {
  entry: SeenEntry;
  /** Where something of it waits within the delegation, each step once. */
  steps: WaitingStep[];
  documents: DocumentUse[];
  /** Names of all who had a hand in any of its texts, in the order they came. */
  people: string[];
}

/** Whoever had a hand in the working text or in a version. One's own people read that, and nobody else. */
export function peopleOf({ sight, writers, versions }: Pick<SeenEntry, 'sight' | 'writers' | 'versions'>) {
  if (sight !== 'own') return [];
  const all = [...[...versions].reverse().flatMap((version) => version.writers), ...writers];
  return [...new Set(all.map(({ name, link }) => name || link?.of || '').filter(Boolean))];
}

/** Those of the rows that a filter leaves. */
export function filtered(rows: readonly DeskRow[], filter: Omit<DeskFilter, 'format'>): DeskRow[] {
  const { mechanism, plan, state, from, until, person, words } = filter;
  const wanted = wordsOf(words ?? '');
  return rows.filter(
    ({ entry, people }) =>
      (!mechanism || entry.places.some(({ mechanismId }) => mechanismId === mechanism)) &&
      (!plan || entry.places.some(({ items }) => items.some(({ planId }) => planId === plan))) &&
      (!state || entry.standing === state) &&
      (!from || entry.periodEnd >= from) &&
      (!until || entry.periodStart <= until) &&
      (!person || people.includes(person)) &&
      holds(entry, wanted),
  );
}

function holds({ content, places, evidence }: SeenEntry, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const items = places.flatMap((place) => place.items);
  const texts = [
    ...[content.narrative, content.results, content.challenges, content.nextSteps, content.support],
    ...items.flatMap(({ code, title }) => [code, ...Object.values(title.texts)]),
    ...evidence.map(({ title }) => title),
  ];
  const there = texts.flatMap((text) => wordsOf(text ?? ''));
  return wanted.every((word) => there.some((one) => one.startsWith(word)));
}
