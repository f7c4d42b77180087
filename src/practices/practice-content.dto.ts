import { wrong } from '../platform/http/field.js';
import { Day, LongText, OneOf, Text } from '../platform/http/fields.js';
import { Email, WebAddress } from '../platform/http/address-fields.js';
import { ListOf, Nested } from '../platform/http/list-fields.js';
import { InOrder } from '../platform/http/read-input.js';
import { ObjectiveNumber, PrincipleNumber } from './practice-fields.js';
import { statesNamed } from './state-names.js';
import {
  CHECK_ANSWERS,
  type CheckAnswer,
  COMPLETIONS,
  type Completion,
  type Criterion,
} from './vocabulary.js';

const LONG = 20_000;

/** What an owner says to a line of the checklist. */
class CheckLine {
  @OneOf(CHECK_ANSWERS, { optional: true }) answer!: CheckAnswer | null;
  @LongText(2000, { optional: true }) words!: string | null;
}

const Line = () => Nested(() => CheckLine, { ifMissing: { answer: null, words: null } });

class Checklist implements Record<Criterion, CheckLine> {
  @Line() objectives!: CheckLine;
  @Line() principles!: CheckLine;
  @Line() 'after-2018'!: CheckLine;
  @Line() completed!: CheckLine;
  @Line() innovative!: CheckLine;
}

/** The words of a practice, beside title and language. Everything may be left out. */
@InOrder('periodStart', 'periodEnd')
export class PracticeContent {
  @LongText(2000, { optional: true }) summary!: string | null;
  @LongText(LONG, { optional: true }) description!: string | null;
  @ListOf(ObjectiveNumber()) objectives!: number[];
  @ListOf(PrincipleNumber()) principles!: number[];
  /** Codes, or in a form names in any language with semicolons between them. */
  @ListOf(Text(200, { ifMissing: '' }), {
    before: (raw) => (typeof raw === 'string' ? raw.split(/[;؛\n]+/) : raw),
    max: 300,
    strict: true,
    parse: (names) => statesOf(names),
  })
  countries!: string[];
  @Text(500, { optional: true }) regions!: string | null;
  @LongText(2000, { optional: true }) implementers!: string | null;
  /** Of the main implementer; never shown to who is not signed in. */
  @Text(200, { optional: true }) contactName!: string | null;
  @Email({ optional: true }) contactEmail!: string | null;
  @Day({ optional: true }) periodStart!: string | null;
  @Day({ optional: true }) periodEnd!: string | null;
  @OneOf(COMPLETIONS, { optional: true }) completion!: Completion | null;
  @LongText(LONG, { optional: true }) innovation!: string | null;
  @LongText(LONG, { optional: true }) results!: string | null;
  @LongText(LONG, { optional: true }) lessons!: string | null;
  /** Addresses, one a line in a form. */
  @ListOf(WebAddress(), { before: withoutBlanks, max: 20, strict: true }) links!: string[];
  @Nested(() => Checklist, { before: (raw) => (raw === undefined ? {} : raw) }) checklist!: Checklist;
}

function statesOf(names: string[]) {
  const { codes, unknown } = statesNamed(names);
  return unknown.length > 0 ? wrong('error.practiceCountry') : codes;
}

function withoutBlanks(raw: unknown): unknown {
  const list = typeof raw === 'string' ? raw.split('\n') : raw;
  return Array.isArray(list) ? list.filter((line) => typeof line !== 'string' || line.trim() !== '') : list;
}
