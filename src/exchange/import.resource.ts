import { messageText, translator } from '../platform/i18n/i18n.js';
import type { Prepared } from './preview/prepared-import.js';
import type { ImportSource } from './import-source.js';
import type { FileNotice } from './read/file-notices.js';
import type { CellMessage } from './read/item-row.js';
import { readItemRows } from './read/item-rows.js';
import { headingKinds } from './read/row-kinds.js';
import type { PartOutcome } from './parts/plan-parts.js';
import type { Preview } from './preview/outcome.js';

/** What an import would do, as the API answers it: every row, and everything to be said about it in words. */
export function dryRunResource(
  { preview, notices, objectiveHeadings, parts, source }: Prepared & { source: ImportSource },
  language: string,
) {
  const t = translator(language);
  const said = (messages: readonly CellMessage[]) =>
    messages.map(({ use, message, asked }) => ({
      column: use,
      message: messageText(t, message),
      ...(asked && { asked: { key: asked.key, text: asked.text, offers: asked.offers } }),
    }));
  const partRow = ({ kind, problems, ...one }: PartOutcome) => ({
    ...one,
    outcome: kind,
    problems: problems.map(({ label, message }) => ({ column: label, message: messageText(t, message) })),
  });
  const { sheet, headerRow, lastRow, columns, hierarchy } = source.layout;
  return {
    dryRun: true,
    importable: importable(preview, source.layout.skipProblems),
    blocked: preview.blocked && messageText(t, preview.blocked),
    counts: preview.counts,
    readAs: {
      sheet: source.content.sheets[sheet]?.name ?? null,
      headerRow,
      lastRow,
      columns,
      hierarchy,
      rows: headingKindsOf(source).map(({ key, level, rows, example }) => ({
        kind: key.replace(/^word-/, ''),
        level: source.layout.rowLevels[key] ?? String(level),
        rows,
        example,
      })),
    },
    notices: [...notices, ...headingNotices(objectiveHeadings, source.layout)].map(({ column, message }) => ({
      column,
      message: messageText(t, message),
    })),
    plan: preview.planDifferences.map(({ use, before, after }) => ({ field: use, before, after })),
    rows: preview.outcomes.map(({ row, kind, code, title, level, moved, differences, ...rest }) => ({
      row,
      outcome: kind,
      code,
      title,
      level,
      moved,
      differences: differences.map(({ use, before, after }) => ({ column: use, before, after })),
      reason: rest.reason && messageText(t, rest.reason),
      problems: said(rest.problems),
      notices: said(rest.notices),
    })),
    parts: Object.fromEntries(parts.map(({ key, outcomes }) => [key, outcomes.map(partRow)])),
    missing: preview.missing.map(({ id, code, title }) => ({ id, code, title })),
  };
}

/** Heading rows count where the levels come from them. */
const headingKindsOf = ({ content, layout }: ImportSource) => {
  const sheet = content.sheets[layout.sheet];
  return sheet && layout.hierarchy === 'sections' ? headingKinds(readItemRows(sheet, layout).lines) : [];
};

const headingNotices = (
  headings: Prepared['objectiveHeadings'],
  { headingObjectives }: ImportSource['layout'],
): FileNotice[] =>
  headings.length === 0 || headingObjectives
    ? []
    : [
        {
          column: null,
          message: {
            key: 'exchange.notice.objectiveHeadings',
            values: {
              headings: headings.map(({ row, objective }) => `${objective} (${row})`).join(', '),
            },
          },
        },
      ];

/** Whether it may be carried out as it is. */
export const importable = ({ blocked, counts }: Preview, skipProblems: boolean): boolean =>
  blocked === null && (counts.problems === 0 || skipProblems);
