import MiniSearch from 'minisearch';
import { actionRef } from '../framework.js';
import type { CatalogueTexts } from '../framework.types.js';
import { objectives } from '../objectives.data.js';
import { principles } from '../principles.data.js';
import { relatedWords } from './related-words.data.js';
import { functionWords } from './stop-words.data.js';
import { stemOf, wordsOf, type Word } from './words.js';

/** A part of the catalogue: an objective, one of its lettered actions, or a guiding principle. */
export interface Provision {
  kind: 'objective' | 'action' | 'principle';
  number: number;
  /** Of an action; null for the others. */
  letter: string | null;
  /** How people write it: "9", "9(a)"; of a principle its number. */
  ref: string;
}

/** A provision with its words, by what kind of words they are. */
interface Entry extends Provision {
  id: string;
  /** Title, name or paraphrase, in every language there is. */
  own: string;
  label: string;
  /** This project's related words. */
  related: string;
  /** An objective's actions, a principle's summary. */
  below: string;
  /** An action's objective. */
  above: string;
}

const FIELDS = ['own', 'label', 'related', 'below', 'above'] as const;
export type WordField = (typeof FIELDS)[number];

const all = (texts: CatalogueTexts) => Object.values(texts).join('\n');

const entries: Entry[] = [
  ...objectives.flatMap((one) => {
    const { number } = one;
    const label = all(one.shortLabel);
    const title = all(one.title);
    const provision = { number, label: '', related: '', below: '', above: '' };
    return [
      {
        ...provision,
        ...{ id: `objective-${number}`, kind: 'objective' as const, letter: null, ref: String(number) },
        ...{ own: title, label, related: relatedWords.objectives[number] ?? '' },
        below: one.actions.map((action) => action.label).join('\n'),
      },
      ...one.actions.map(({ letter, label: paraphrase }) => ({
        ...provision,
        ...{
          id: `action-${number}-${letter}`,
          kind: 'action' as const,
          letter,
          ref: actionRef(number, letter),
        },
        ...{ own: paraphrase, above: `${title}\n${label}` },
      })),
    ];
  }),
  ...principles.map(({ number, name, summary = '' }) => ({
    ...{ id: `principle-${number}`, kind: 'principle' as const, number, letter: null, ref: String(number) },
    ...{
      own: all(name),
      label: '',
      related: relatedWords.principles[number] ?? '',
      below: summary,
      above: '',
    },
  })),
];

const functionStems = new Set(functionWords.map(stemOf));
const placeByRef = new Map<string, Provision>(
  entries.filter(({ kind }) => kind !== 'principle').map((entry) => [entry.ref, entry]),
);

/** The words of a text that say what it is about. */
export const tellingWords = (text: string): Word[] =>
  wordsOf(text).filter(({ stem }) => !functionStems.has(stem));

/** The objective or action of that reference, "9" or "9(a)"; undefined when the Compact has none. */
export const provisionOf = (ref: string): Provision | undefined => placeByRef.get(ref);

let index: MiniSearch<Entry> | undefined;

/** Finds provisions by their words. Made when it is first asked: a start need not wait for it. */
export const catalogueIndex = (): MiniSearch<Entry> => (index ??= filledIndex());

function filledIndex(): MiniSearch<Entry> {
  const made = new MiniSearch<Entry>({
    fields: [...FIELDS],
    storeFields: ['kind', 'number', 'letter', 'ref'],
    tokenize: (text) => tellingWords(text).map(({ stem }) => stem),
    processTerm: (stem) => stem,
  });
  made.addAll(entries);
  return made;
}
