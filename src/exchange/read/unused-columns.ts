import type { FieldMessage } from '../../platform/errors.js';
import { columnName, type Sheet } from '../../platform/spreadsheets/spreadsheet.js';
import { headingsOf } from '../match/guess-layout.js';
import { matchHeading } from '../match/heading-match.js';
import type { Layout } from '../match/layout.js';
import { fold } from '../../platform/i18n/fold.js';

/** What nobody would want to lose without being asked, by a word within its heading. */
const IMPORTANT =
  /verific|objecti|goal|date|time|year|deadline|indicat|target|baseline|milestone|note|remark|comment|deliver|output|outcome|result|respons|lead|support|appui|apoyo|calendri|ronogram|partner|state|countr|budget|fund|cost|status|progress|objetiv|meta|fecha|plazo|indicad|observ|coment|entreg|producto|resultad|socio|pais|estado|presup|objectif|cible|echeance|delai|indicateur|livrable|remarque|produit|partenaire|pays|cout|цел|срок|дата|показател|индикатор|примечан|результат|ответствен|партнер|стран|бюджет|финанс|статус|prazo|nota|parceir|orcament|هدف|اهداف|تاريخ|موعد|موشر|ملاحظ|مخرج|نتيج|نتائج|مسؤول|شريك|شركاء|دول|ميزاني|تمويل/;
const SHOWN = 60;

/** Columns of which nothing is taken although they hold something: those that look important come first. */
export function unusedColumns(sheet: Sheet, layout: Layout): { column: string; message: FieldMessage }[] {
  const heads = headingsOf(sheet, layout.headerRow);
  const rows = sheet.rows.filter(
    ({ number }) => number > layout.headerRow && (layout.lastRow === null || number <= layout.lastRow),
  );
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const found = Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    if (layout.columns[column] || sheet.hiddenColumns?.includes(column)) return [];
    const texts = rows.flatMap(({ cells, across }) =>
      cells[column] && !across?.some(([from, to]) => from <= column && column <= to) ? [cells[column]] : [],
    );
    if (texts.length === 0) return [];
    const heading = heads[column] ?? '';
    const important = heading !== '' && (matchHeading(heading) !== null || IMPORTANT.test(fold(heading)));
    const key = heading === '' ? 'columnBare' : important ? 'columnImportant' : 'columnUnused';
    const values = { heading: shortened(heading), number: texts.length, example: shortened(texts[0]!) };
    return [
      {
        important,
        notice: { column: columnName(column), message: { key: `exchange.notice.${key}`, values } },
      },
    ];
  });
  return found.sort((a, b) => Number(b.important) - Number(a.important)).map(({ notice }) => notice);
}

const shortened = (text: string) => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
};
