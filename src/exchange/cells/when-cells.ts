import { type When, when } from '../../plans/items/when.js';
import { type Cell, problem, setting } from '../cell.js';
import { parseWhen, type WhenNotice } from './when-text.js';
import { formatWhen, same, spelledWhen } from './when-format.js';

const MAX_WORDS = 200;
const ORDERS = ['day-first', 'month-first'] as const;
const NOTICES: Record<WhenNotice, string> = {
  'not-understood': 'exchange.notice.whenWords',
  ambiguous: 'exchange.notice.whenAmbiguous',
  serial: 'exchange.notice.whenSerial',
};
const noticesOf = (notice: WhenNotice | null, text: string) =>
  notice ? [{ key: NOTICES[notice], values: { text } }] : [];

export const whenCell: Cell = {
  format: (item, { language, spelled }) => (spelled ? spelledWhen : formatWhen)(item.when, language),
  parse(text, { dayOrder }) {
    const { when: value, notice } = parseWhen(text, dayOrder);
    if ((value.text?.length ?? 0) > MAX_WORDS) return problem('error.tooLong', { maximum: MAX_WORDS });
    return setting(
      (item) => ({ ...item, when: isKnown(text, value, notice, item.when) ? item.when : value }),
      noticesOf(notice, text),
    );
  },
};

/** Words that an item already has are no news, and of two readings of a day the one that it already has is meant. */
const isKnown = (text: string, value: When, notice: WhenNotice | null, before: When) =>
  same(before, value) ||
  (notice === 'ambiguous' && ORDERS.some((order) => same(before, parseWhen(text, order).when)));

/** The first or the last day of a period that a plan writes in two columns. */
export function boundCell(bound: 'start' | 'end'): Cell {
  return {
    format: () => '',
    parse(text, { dayOrder }) {
      if (text.trim() === '') return setting((item) => item);
      const { when: value, notice } = parseWhen(text, dayOrder);
      if ((value.text?.length ?? 0) > MAX_WORDS) return problem('error.tooLong', { maximum: MAX_WORDS });
      return setting(
        (item) => ({ ...item, when: bound === 'start' ? value : between(item.when, value) }),
        noticesOf(notice, text),
      );
    },
  };
}

/** From the beginning of one to the end of the other, with the words of both. */
function between(from: When, until: When): When {
  if (from.precision === 'none' && from.text === null) return until;
  const text = [from.text, until.text].filter(Boolean).join(' – ').slice(0, MAX_WORDS) || null;
  if (same(from, until)) return until;
  if (!from.start || !until.end || from.start > until.end)
    return {
      ...(from.start ? from : until),
      text: text ?? [from.start, until.start].filter(Boolean).join(' – '),
    };
  return when('range', from.start, until.end, text);
}
