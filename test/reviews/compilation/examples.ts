import type { ReleasedEntry, ReleasedSource } from '../../../src/progress/release/released-entry.js';
import { coveredPeriod } from '../../../src/reviews/cycles/covered-period.js';
import { reviewCycle } from '../../../src/reviews/cycles/review-cycles.js';
import type { DocumentAsk } from '../../../src/reviews/compilation/ask.js';
import { compiledSection } from '../../../src/reviews/compilation/compile-section.js';
import type { CompiledSectionWords } from '../../../src/reviews/compilation/compilation-outline.js';
import type { DocumentFacts, ItemFacts } from '../../../src/reviews/compilation/facts/document-facts.js';
import { outlinedEntry } from '../../../src/reviews/compilation/outline-entry.js';
import { placeEntries } from '../../../src/reviews/compilation/placing/place-entries.js';
import type { Block, Run } from '../../../src/platform/documents/document.js';
import type { Content, TemplateSection } from '../../../src/reviews/templates/template.js';
import type { Material } from '../../../src/reviews/compilation/material/material.js';

/* A small mechanism with a plan, for the specs of what is compiled. */
const cycle = reviewCycle('imrf-2030')!;
const { from, until } = coveredPeriod(cycle);
const english = (text: string) => ({ original: 'en', texts: { en: text } });

export const item = (code: string, ...objectives: number[]): ItemFacts => ({
  id: `item-${code}`,
  planId: 'plan',
  parentId: null,
  code,
  title: english(`Line ${code}`),
  status: null,
  objectives,
  serves: objectives,
  principles: [],
  institutional: objectives.length === 0,
  seal: '1',
});

export const facts = (items: ItemFacts[], fewestReporters = 3): DocumentFacts => ({
  mechanism: {
    id: 'khartoum',
    named: {
      id: 'khartoum',
      officialName: 'Khartoum Process',
      officialNames: {},
      shortName: 'Khartoum Process',
      shortNames: {},
      languages: ['en'],
      abbreviation: 'KP',
    },
    category: 'irf',
    members: ['KEN', 'EGY'],
    observers: [],
    footnotes: [],
    chair: { state: 'FRA', holder: null },
    secretariat: 'ICMPD',
    fewestReporters,
  },
  cycle,
  period: { from, until },
  ongoing: true,
  plans: [
    {
      id: 'plan',
      title: english('Plan of action'),
      periodStart: null,
      periodEnd: null,
      adoptedBy: 'Ministers',
      adoptedOn: '2026-11-05',
      seal: '1',
    },
  ],
  items,
});

let made = 0;

/** Of a State, named unless it is said otherwise. */
export function source(
  about: ItemFacts[],
  {
    state = 'KEN',
    named = true,
    content = {},
    ...rest
  }: {
    state?: string;
    named?: boolean;
    content?: Partial<ReleasedEntry['content']>;
  } & Partial<Omit<ReleasedEntry, 'content'>> = {},
): ReleasedSource {
  const id = `e${(made += 1)}`;
  const entry: ReleasedEntry = {
    entryId: named ? id : null,
    reporterKind: 'state',
    reporter: named ? state : null,
    attributed: named,
    ofMember: true,
    summaryLanguage: null,
    periodStart: '2027-01-01',
    periodEnd: '2027-06-30',
    objectives: [],
    evidence: [],
    content: {
      language: 'en',
      status: null,
      narrative: null,
      results: null,
      challengeCodes: [],
      challenges: null,
      nextSteps: null,
      supportKinds: [],
      support: null,
      practice: false,
      ...content,
    },
    items: about.map(({ id: itemId, planId, code, title, objectives }) => ({
      id: itemId,
      planId,
      code,
      title,
      objectives: objectives.map((objective) => ({ objective, letter: '' })),
    })),
    ...rest,
  };
  return { id, voice: `${entry.reporterKind}:${state}`, acceptedAt: null, seal: '1', plain: entry, entry };
}

export const section = (key: string, ...contents: Content[]): TemplateSection => ({
  key,
  title: { en: key },
  guidance: null,
  limits: null,
  contents,
});

export const ask = (fields: Partial<DocumentAsk> = {}): DocumentAsk => ({
  mechanismId: 'khartoum',
  cycleId: 'imrf-2030',
  about: null,
  language: 'en',
  languages: [],
  title: 'Input to the Forum',
  form: { numbered: true, masthead: 'plain', orientation: 'portrait', contents: true, limits: null },
  periodFrom: null,
  periodUntil: null,
  sections: [
    section('objectives', { kind: 'objectives' }),
    section('institutional', { kind: 'institutional' }),
  ],
  ...fields,
});

export interface Compiled {
  /** By language, then section. */
  words: Map<string, Map<string, CompiledSectionWords>>;
  outline: ReturnType<typeof outlineOf>;
}

export function outlineOf(sources: ReleasedSource[], of: DocumentFacts, asked: DocumentAsk) {
  const items = new Map(of.items.map((one) => [one.id, one]));
  const entries = sources.map((one) => outlinedEntry(one, items, asked.language));
  return { fingerprint: '', entries, facts: of, placement: placeEntries(entries, asked, of) };
}

/** All sections in all languages. */
export function compile(
  sources: ReleasedSource[],
  of: DocumentFacts,
  asked: DocumentAsk = ask(),
  material: Material = {},
): Compiled {
  const outline = outlineOf(sources, of, asked);
  const texts = new Map(sources.map(({ id, entry }) => [id, entry]));
  const words: Compiled['words'] = new Map();
  for (const one of asked.sections)
    for (const [language, said] of compiledSection({ ask: asked, section: one, outline, texts, material }))
      words.set(language, (words.get(language) ?? new Map()).set(one.key, said));
  return { words, outline };
}

/** The blocks of a version, in their order. */
export const blocksIn = ({ words }: Compiled, language = 'en'): Block[] =>
  [...(words.get(language)?.values() ?? [])].flatMap(({ passages }) =>
    passages.flatMap(({ blocks }) => blocks),
  );

export const textOf = (runs: readonly Run[]): string =>
  runs.map(({ text, see }) => text || (see ?? '')).join('');

/** A line for each block. */
export const linesIn = (compiled: Compiled, language = 'en'): string[] =>
  blocksIn(compiled, language).map(lineOf);

export function lineOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text}`;
    case 'paragraph':
      return textOf(block.runs);
    case 'list':
      return block.items.map(({ runs }) => `- ${textOf(runs)}`).join('\n');
    case 'table':
      return block.rows.map((row) => row.map(textOf).join(' | ')).join('\n');
    case 'board':
      return block.groups
        .flatMap(({ tiles }) =>
          tiles.map(({ lead, figures }) => `${lead}: ${figures.map(({ value }) => value).join(' ')}`),
        )
        .join('\n');
    case 'figure':
      return block.picture.text;
    default:
      return '';
  }
}
