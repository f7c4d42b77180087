import { plainWords } from '../../platform/documents/markup/plain-words.js';
import { workbook } from '../../platform/documents/workbook.js';
import { directionOf, type TextKey, type Translate, translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { csvOf } from '../../platform/spreadsheets/csv-text.js';
import { reporterLabel } from '../entries/labels.js';
import type { DeskRow } from './desk-rows.js';
import { opennessOf, withWhom } from './desk-words.js';

interface FileContext {
  t: Translate;
  language: string;
  names: ReadonlyMap<string, string>;
  /** Where the product stands, to lead back to a text. */
  publicUrl: string;
}

type Column = { label: TextKey; width?: number; cell: (row: DeskRow, context: FileContext) => string };

const lines = (texts: readonly (string | null | undefined)[]) => texts.filter(Boolean).join('\n');
const day = (moment: Date | null | undefined) => moment?.toISOString().slice(0, 10) ?? '';
const last = ({ entry }: DeskRow) => entry.versions[0];

/** What the page shows of each text, and its words. */
const COLUMNS: Column[] = [
  {
    label: 'release.mechanism',
    width: 24,
    cell: ({ entry }, { names }) => lines(entry.places.map(({ mechanismId }) => names.get(mechanismId))),
  },
  { label: 'entry.reporter', cell: ({ entry }, { t, language }) => reporterLabel(entry, t, language) },
  {
    label: 'entry.about',
    width: 50,
    cell: ({ entry }, { language }) =>
      lines(
        entry.places
          .flatMap(({ items }) => items)
          .map(({ code, title }) => `${code} ${rendition(title, language).text}`.trim()),
      ),
  },
  { label: 'entry.periodStart', cell: ({ entry }) => entry.periodStart },
  { label: 'entry.periodEnd', cell: ({ entry }) => entry.periodEnd },
  { label: 'entry.state', width: 18, cell: ({ entry }, { t }) => t(`entryState.${entry.standing}`) },
  { label: 'desk.with', width: 30, cell: (row, { t, ...context }) => lines(withWhom(row, t, context)) },
  { label: 'desk.submitted', cell: (row) => day(last(row)?.submittedAt) },
  { label: 'desk.accepted', cell: (row) => day(last(row)?.acceptedAt) },
  {
    label: 'entry.seenBy',
    width: 24,
    cell: ({ entry }, { t, names }) =>
      lines(opennessOf(entry, t).map(({ mechanismId, seen }) => `${names.get(mechanismId)}: ${seen}`)),
  },
  {
    label: 'entry.inDocuments',
    width: 24,
    cell: ({ entry }, { t, names }) =>
      lines(opennessOf(entry, t).map(({ mechanismId, used }) => `${names.get(mechanismId)}: ${used}`)),
  },
  {
    label: 'desk.usedIn',
    width: 30,
    cell: ({ documents }, { t }) =>
      lines(
        documents.map(({ title, frozenAt, attributed }) => {
          const stands = t(attributed ? 'use.circulatedNamed' : 'use.circulatedUnnamed');
          return `${title ?? t('use.frozenClosed')} ${frozenAt ? `(${day(frozenAt)})` : stands}`;
        }),
      ),
  },
  { label: 'writer.title', width: 24, cell: ({ people }) => lines(people) },
  {
    label: 'entry.status',
    cell: ({ entry: { content } }, { t }) =>
      content.status ? t(`itemStatus.${content.status}` as TextKey) : '',
  },
  ...(['narrative', 'results', 'challenges', 'nextSteps', 'support'] as const).map((part): Column => ({
    label: part === 'challenges' || part === 'support' ? `entry.${part}Text` : `entry.${part}`,
    width: 50,
    cell: ({ entry }) => plainWords(entry.content[part] ?? ''),
  })),
  {
    label: 'evidence.title',
    width: 30,
    cell: ({ entry }) => lines(entry.evidence.map(({ title, url }) => (url ? `${title} ${url}` : title))),
  },
  {
    label: 'evidence.url',
    width: 40,
    cell: ({ entry }, { publicUrl }) => `${publicUrl}/progress/${entry.id}`,
  },
];

interface DeskFile extends Omit<FileContext, 't'> {
  rows: readonly DeskRow[];
}

const cellsOf = ({ rows, ...context }: DeskFile) => {
  const t = translator(context.language);
  return rows.map((row) => COLUMNS.map(({ cell }) => cell(row, { ...context, t })));
};

export function deskWorkbook(file: DeskFile): Promise<Buffer> {
  const t = translator(file.language);
  const columns = COLUMNS.map(({ label, width }) => ({ label: t(label), width }));
  return workbook([{ name: t('desk.title'), columns, rows: cellsOf(file) }], {
    rightToLeft: directionOf(file.language) === 'rtl',
  });
}

export function deskCsv(file: DeskFile): string {
  const t = translator(file.language);
  return csvOf([COLUMNS.map(({ label }) => t(label)), ...cellsOf(file)]);
}
