import { roundTables } from '../../../framework/round-tables.data.js';
import { cleanText } from '../../../platform/documents/clean.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import type { ReleasedEntry } from '../../../progress/release/released-entry.js';
import type { CompiledParagraph, CompiledRun, TextRun } from '../compiled.js';
import { paragraphsOf } from '../../document/paragraphs.js';
import { type UnnamedState, Who } from './who.js';
import type { Wording } from './wording.js';
import { sortKeys, compare } from './contribution-order.js';

/** What an entry is reported under: an objective, or what serves no single one. */
export type ReportHeading = number | 'institutional';

/** One released entry as paragraphs. It is written out under the first of its headings and referred to under the others. */
export interface Contribution {
  key: string;
  entry: ReleasedEntry;
  headings: ReportHeading[];
  paragraphs: CompiledParagraph[];
}

/** The headings in the order of the document. */
export const REPORT_HEADINGS: readonly ReportHeading[] = [
  ...roundTables.flatMap((table) => table.objectives),
  'institutional',
];

/**
 * All entries in the order they are written: by heading; under it the named States in the order of the document's own
 * alphabet, then unnamed delegations, the secretariat, partners. What is not named stands in the order of a hash of
 * its text: any other order would show something about who wrote it.
 */
export function contributionsOf(
  entries: readonly ReleasedEntry[],
  wording: Wording,
  unnamed: UnnamedState,
): Contribution[] {
  const who = new Who(wording, unnamed);
  return entries
    .map((entry) => ({ entry, headings: headingsOf(entry), ...sortKeys(entry, who) }))
    .sort(
      (a, b) =>
        REPORT_HEADINGS.indexOf(a.headings[0]!) - REPORT_HEADINGS.indexOf(b.headings[0]!) ||
        compare(a, b, wording),
    )
    .map(({ entry, headings }, index) => {
      const key = `entry-${index + 1}`;
      return { key, entry, headings, paragraphs: wordsOf(entry, key, wording, who) };
    });
}

function headingsOf({ items, objectives: own }: ReleasedEntry): ReportHeading[] {
  const objectives = new Set([
    ...own,
    ...items.flatMap((item) => item.objectives.map((one) => one.objective)),
  ]);
  const alone =
    (items.length === 0 && own.length === 0) || items.some((item) => item.objectives.length === 0);
  return REPORT_HEADINGS.filter((heading) => (heading === 'institutional' ? alone : objectives.has(heading)));
}

const PARTS: {
  field: 'narrative' | 'results' | 'challenges' | 'nextSteps' | 'support';
  label: TextKey | null;
}[] = [
  { field: 'narrative', label: null },
  { field: 'results', label: 'doc.part.results' },
  { field: 'challenges', label: 'doc.part.challenges' },
  { field: 'nextSteps', label: 'doc.part.nextSteps' },
  { field: 'support', label: 'doc.part.support' },
];

/** The entry's own words, a paragraph each; none for an entry without words. */
function wordsOf(entry: ReleasedEntry, key: string, wording: Wording, who: Who): CompiledParagraph[] {
  const { content } = entry;
  const languageOf = (field: string) => (field === 'narrative' && entry.summaryLanguage) || content.language;
  const texts = PARTS.flatMap(({ field, label }) =>
    paragraphsOf(content[field]).map((text, index) => ({
      text,
      label: index === 0 && label ? `${wording.t(label)} ` : '',
      language: languageOf(field),
    })),
  );
  const from = entry.entryId ? { entryId: entry.entryId } : {};
  const words = texts.map(({ text, label, language }, index): CompiledParagraph => {
    const lead: TextRun = { text: `${index === 0 ? `${leadOf(entry, wording, who)} ` : ''}${label}` };
    const runs = [lead, wording.original(text, language)].filter((run) => run.text !== '');
    return { type: 'paragraph', runs, ...(index === 0 && { key }), ...from };
  });
  if (words.length === 0 || !entry.attributed || entry.evidence.length === 0) return words;
  return [...words, { type: 'paragraph', runs: evidenceCited(entry, wording), ...from }];
}

/** "Evidence: The law (https://...) and Report.pdf". Of a file only what it is called. */
function evidenceCited({ evidence, content }: ReleasedEntry, wording: Wording): CompiledRun[] {
  const cited = evidence.map(({ title, url }) => {
    const name = cleanText(title).replaceAll('\n', ' ');
    return wording.original(url ? `${name} (${url})` : name, content.language);
  });
  return wording.sentence('doc.part.evidence', cited);
}

/** "Kenya reported the following (items 1.1 and 2.3; original in French):" */
function leadOf(entry: ReleasedEntry, wording: Wording, who: Who): string {
  const { t } = wording;
  // A plan names who answers for an item, so an item's code would name the delegation that wished not to be named.
  const codes = entry.attributed ? [...new Set(entry.items.map((item) => item.code).filter(Boolean))] : [];
  const language = wording.otherLanguage(entry.summaryLanguage ?? entry.content.language);
  const about = [
    codes.length > 0 && t('doc.about.items', { count: codes.length, items: wording.listed(codes) }),
    language && t('doc.about.language', { language }),
    entry.content.practice && t('doc.about.practice'),
  ].filter((part) => typeof part === 'string');
  const name = who.reports(entry);
  return about.length > 0
    ? t('doc.lead.about', { who: name, about: about.join('; ') })
    : t('doc.lead', { who: name });
}
