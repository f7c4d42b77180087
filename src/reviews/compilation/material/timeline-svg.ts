import { addDays, type Day } from '../../../platform/i18n/day.js';
import { axisOf, placeOf, tickSays } from '../../../platform/web/pictures/time-axis.js';
import type { DocumentFacts } from '../facts/document-facts.js';
import type { TableItem } from './material.js';

/** More lines than this are no picture. */
const MOST_LINES = 40;
const WIDTH = 680;
const LEAD = 70;
const ROW = 16;

/** The dated items of the plan as lines on an axis of quarters or years, each by its code; the period is shaded. */
export function timelineSvg(
  { items, period }: DocumentFacts,
  of: ReadonlyMap<string, TableItem>,
  mirrored: boolean,
): string | null {
  const dated = items.flatMap(({ id, code }) => {
    const { whenStart: from, whenEnd } = of.get(id) ?? {};
    return from && code ? [{ code, from, until: whenEnd ?? from }] : [];
  });
  if (dated.length < 2 || dated.length > MOST_LINES) return null;
  const axis = axisOf(dated.flatMap(({ from, until }) => [from, until]))!;
  const x = (day: Day) => {
    const at = LEAD + (placeOf(axis, day) / 100) * (WIDTH - LEAD - 10);
    return round(mirrored ? WIDTH - at : at);
  };
  const height = 28 + dated.length * ROW;
  const rect = (from: Day, until: Day, y: number, of: number, fill: string) => {
    const [a, b] = [x(from), x(addDays(until, 1))].sort((one, other) => one - other);
    return `<rect x="${a}" y="${y}" width="${Math.max(8, round(b! - a!))}" height="${of}" fill="${fill}"/>`;
  };
  const text = (at: number, y: number, words: string, anchor: string) =>
    `<text x="${at}" y="${y}" font-family="Noto Sans, sans-serif" font-size="10" fill="#333333" text-anchor="${anchor}">${escaped(words)}</text>`;
  const ticks = axis.ticks.map(({ day, year, quarter }, index) => {
    const says = tickSays(axis, index);
    const line = `<line x1="${x(day)}" x2="${x(day)}" y1="18" y2="${height}" stroke="#d5d5d5"/>`;
    const words = says && (says === 'quarter' ? String(quarter) : String(year));
    return line + (words ? text(x(day) + (mirrored ? -2 : 2), 13, words, mirrored ? 'end' : 'start') : '');
  });
  const [from, until] = [max(period.from, axis.from), min(period.until, addDays(axis.until, -1))];
  const lines = dated.map(({ code, from: begin, until: end }, index) => {
    const y = 22 + index * ROW;
    return (
      text(mirrored ? WIDTH - LEAD + 8 : LEAD - 8, y + 9, code, mirrored ? 'start' : 'end') +
      rect(begin, end, y + 2, ROW - 7, '#0b5d66')
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    from <= until ? rect(from, until, 18, height - 18, '#eef3f4') : '',
    ...ticks,
    ...lines,
    '</svg>',
  ].join('');
}

const round = (number: number) => Math.round(number * 10) / 10;
const max = (a: Day, b: Day) => (a > b ? a : b);
const min = (a: Day, b: Day) => (a < b ? a : b);
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
