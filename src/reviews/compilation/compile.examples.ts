import type { ReleasedEntry } from '../../progress/release/released-entry.js';
import { compileSubmission } from './compile.js';
import type { CompileInput, ItemFacts } from './compile-input.js';
import type { SectionKey } from './compiled.js';
import { namedCounts } from './named-counts.js';
import { saidStatuses } from './said-statuses.js';
import { coveredPeriod } from '../cycles/covered-period.js';
import { reviewCycle } from '../cycles/review-cycles.js';
import { chaptersOf } from '../document/to-document.js';

/* A small mechanism with a plan, for the specs of what is compiled. */
const cycle = reviewCycle('imrf-2030')!;
const english = (text: string) => ({ original: 'en', texts: { en: text } });

export const item = (code: string, ...objectives: number[]): ItemFacts => ({
  id: `item-${code}`,
  planId: 'plan',
  code,
  title: english(`Item ${code}`),
  status: null,
  objectives,
  institutional: objectives.length === 0,
});

export function entry(
  about: ItemFacts[],
  fields: Partial<Omit<ReleasedEntry, 'content'>> & { content?: Partial<ReleasedEntry['content']> } = {},
): ReleasedEntry {
  const { content, ...rest } = fields;
  return {
    entryId: 'entry',
    reporterKind: 'state',
    reporter: 'KEN',
    attributed: true,
    ofMember: true,
    summaryLanguage: null,
    periodStart: '2027-01-01',
    periodEnd: '2027-06-30',
    objectives: [],
    evidence: [],
    ...rest,
    content: {
      language: 'en',
      status: null,
      narrative: 'Something was done.',
      results: null,
      challengeCodes: [],
      challenges: null,
      nextSteps: null,
      supportKinds: [],
      support: null,
      practice: false,
      ...content,
    },
    items: about.map(({ id, planId, code, title, objectives }) => ({
      id,
      planId,
      code,
      title,
      objectives: objectives.map((objective) => ({ objective, letter: '' })),
    })),
  };
}

export const unnamed = { entryId: null, reporter: null, attributed: false };

/** Each entry a reporter of its own where it does not say whose it is. */
const voiceOf = ({ reporterKind, reporter }: ReleasedEntry, index: number) =>
  `${reporterKind}:${reporter ?? index}`;

export const input = (fields: Partial<CompileInput> = {}, fewestReporters = 1): CompileInput => ({
  language: 'en',
  title: 'Input to the Forum',
  mechanism: {
    id: 'khartoum',
    officialName: 'Khartoum Process',
    abbreviation: 'KP',
    category: 'irf',
    members: ['KEN', 'EGY'],
    observers: [],
    footnotes: [],
    chair: { state: 'FRA', holder: null },
    secretariat: 'ICMPD',
    fewestReporters,
  },
  cycle,
  period: coveredPeriod(cycle),
  plans: [
    {
      id: 'plan',
      title: english('Plan of action'),
      periodStart: null,
      periodEnd: null,
      adoptedBy: 'Ministers',
      adoptedOn: '2026-11-05',
    },
  ],
  items: [item('1', 2), item('2', 9, 2), item('3')],
  entries: [],
  named: namedCounts(
    (fields.entries ?? []).map((one, index) => ({ voice: voiceOf(one, index), entry: one })),
    fewestReporters,
  ),
  said: saidStatuses(
    (fields.entries ?? []).map((one, index) => ({
      ...{ id: String(index), voice: voiceOf(one, index), acceptedAt: null, entry: one },
    })),
  ),
  ...fields,
});

/** The paragraphs of one section, with their numbers and with references settled. */
export function paragraphs(
  from: CompileInput,
  key: SectionKey,
  own: Partial<Record<SectionKey, string>> = {},
): string[] {
  const text = { compiled: compileSubmission(from), own, standing: '', created: '2030-01-01T00:00:00.000Z' };
  const { blocks, first } = chaptersOf(text).find((chapter) => chapter.section.key === key)!;
  let number = first;
  return blocks.flatMap((block) =>
    block.type === 'paragraph' ? [`${number++}. ${block.runs.map((run) => run.text).join('')}`] : [],
  );
}

export const wordsOf = (from: CompileInput) => JSON.stringify(compileSubmission(from));
export const said = (list: string[]) =>
  list.filter((text) => text.includes('reported the following')).map((text) => text.replace(/^\d+\. /, ''));
