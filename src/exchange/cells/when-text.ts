import { NO_DATE, type Precision, PRECISIONS, type When, when } from '../../plans/items/when.js';
import { fold } from '../../platform/i18n/fold.js';
import { AMBIGUOUS, type DayOrder, readPeriod, reduce } from './when-period.js';
import {
  APPROXIMATE,
  FROM,
  ONGOING,
  ONWARDS,
  OWN_WORDS,
  RECURRING,
  UNDECIDED,
  UNTIL,
} from '../words/when-words.data.js';

/** Why a text deserves a second look. */
export type WhenNotice = 'not-understood' | 'ambiguous' | 'serial';
export interface ReadWhen {
  when: When;
  notice: WhenNotice | null;
}

/** Days since the end of 1899 that a spreadsheet may have kept of a date: 1954 to 2099. */
const SERIALS = { first: 20_000, last: 73_050, zero: Date.UTC(1899, 11, 30) };
const DAY_MS = 86_400_000;
const MACHINE = /^([a-z-]+): (\d{4}-\d{2}-\d{2})?\/(\d{4}-\d{2}-\d{2})?$/;

/**
 * What a date text of a plan says, in English, French, Spanish or Arabic: "mid-2024", "T3 2025", "2023-2027",
 * "en cours", "سنويا". Words that say more than the dates stay in `when.text`. Never fails: a text that is not
 * understood is kept as words without a date, with a notice; 12/03/2025 is so as long as `order` is null.
 */
export function parseWhen(text: string, order: DayOrder = null): ReadWhen {
  const words = text.replace(/\r\n?/g, '\n').trim();
  const folded = fold(words).replace(/[.;]$/, '');
  if (/^-*$/.test(folded)) return { when: NO_DATE, notice: null };
  const [, head, inside] = /^(.*?)\s\((.*)\)$/s.exec(words) ?? [];
  if (head && inside) {
    const outside = readWords(head, fold(head), order);
    if (outside.notice !== 'not-understood' && outside.when.text === null)
      return { when: { ...outside.when, text: inside.trim() || null }, notice: outside.notice };
  }
  return readWords(words, folded, order);
}

function readWords(words: string, folded: string, order: DayOrder): ReadWhen {
  const own = readOwn(folded);
  if (own) return { when: own, notice: null };
  const serial = readSerial(folded);
  if (serial) return { when: serial, notice: 'serial' };
  const dates = readDates(reduce(folded), /\d{4}[\u2013\u2014]\d{2}$/.test(words), order);
  if (dates && dates !== AMBIGUOUS) return { when: dates, notice: null };
  const said = readSaid(folded, order);
  if (said) return { when: { ...said, text: words }, notice: null };
  return { when: { ...NO_DATE, text: words }, notice: dates ?? 'not-understood' };
}

/** The words and the form that this product writes. */
function readOwn(folded: string): When | null {
  for (const precision of ['none', 'recurring', 'open-ended'] as const) {
    if (Object.values(OWN_WORDS[precision]).some((word) => fold(word) === folded))
      return when(precision, null);
  }
  const [, word, start = null, end = null] = MACHINE.exec(folded) ?? [];
  const precision = PRECISIONS.find((one) => one === word);
  return precision && !(start && Number.isNaN(Date.parse(start)))
    ? { precision, start, end, text: null }
    : null;
}

function readSerial(folded: string): When | null {
  const days = /^\d{5}(?:\.\d+)?$/.test(folded) ? Math.floor(Number(folded)) : 0;
  if (days < SERIALS.first || days > SERIALS.last) return null;
  return when('day', new Date(SERIALS.zero + days * DAY_MS).toISOString().slice(0, 10));
}

/** A period, a range of two, or what begins at one: nothing but dates, so that no words need to be kept. */
function readDates(reduced: string, dashed: boolean, order: DayOrder): When | typeof AMBIGUOUS | null {
  const [, from, until] = /^((?:19|20|21)\d{2})[-/](\d{2})$/.exec(reduced) ?? [];
  if (from && until && (dashed || Number(until) > 12) && Number(until) > Number(from.slice(2)))
    return when('range', `${from}-01-01`, `${from.slice(0, 2)}${until}-12-31`);
  const period = readPeriod(reduced, order);
  if (period) return period;
  const begins = FROM.exec(reduced);
  if (begins) {
    const rest = reduced.slice(begins[0].length);
    const range = readRange(rest, order);
    if (range) return range;
    const start = readPeriod(rest, order);
    return start && start !== AMBIGUOUS ? when('open-ended', start.start) : start;
  }
  return readRange(reduced, order);
}

function readRange(reduced: string, order: DayOrder): When | typeof AMBIGUOUS | null {
  let found: When | typeof AMBIGUOUS | null = null;
  for (const cut of reduced.matchAll(UNTIL)) {
    const left = reduced.slice(0, cut.index).trim();
    const until = readPeriod(reduced.slice(cut.index + cut[0].length).trim(), order);
    if (!until || !left) continue;
    const from = until === AMBIGUOUS ? readPeriod(left, order) : beginning(left, until, reduced, order);
    if (!from) continue;
    if (from === AMBIGUOUS || until === AMBIGUOUS) found = AMBIGUOUS;
    else if (from.start! <= until.end!) return when('range', from.start, until.end);
  }
  return found;
}

/** The first part of a range may leave to the second what they share: "12-15 March 2025", "Q1-Q2 2025". */
function beginning(left: string, until: When, reduced: string, order: DayOrder) {
  const year = until.start!.slice(0, 4);
  const candidates = [left, `${left} ${year}`];
  if (/^\d{1,2}$/.test(left) && until.precision === 'day')
    candidates.unshift(`${left} @${Number(until.start!.slice(5, 7))} ${year}`);
  if (/^\d$/.test(left) && /q|h/.test(reduced))
    candidates.push(`${reduced.includes('q') ? 'q' : 'h'}${left} ${year}`);
  for (const candidate of candidates) {
    const from = readPeriod(candidate, order);
    if (from) return from;
  }
  return null;
}

/** What is said about dates in words: the words are kept beside what they give. */
function readSaid(folded: string, order: DayOrder): When | null {
  if (UNDECIDED.exec(folded)?.[0] === folded) return NO_DATE;
  if (RECURRING.test(folded)) return when('recurring', null);
  const ongoing = ONGOING.test(folded);
  const plain = reduce(folded.replace(ONGOING, '').trim());
  const start = readDates(plain.replace(ONWARDS, '').replace(/-$/, '').trim(), false, order);
  if ((ongoing || ONWARDS.test(plain)) && start && start !== AMBIGUOUS)
    return when('open-ended', start.start);
  if (ongoing) return when('open-ended', null);
  const tokens = plain.replace(/'/g, ' ').split(' ');
  while (tokens.length > 0 && APPROXIMATE.has(tokens[0]!)) tokens.shift();
  while (tokens.length > 0 && APPROXIMATE.has(tokens.at(-1)!)) tokens.pop();
  const about = readDates(tokens.join(' '), false, order);
  return about === AMBIGUOUS ? null : about;
}

export type { DayOrder, Precision };
