import { LongText, Text } from '../../platform/http/fields.js';

const LONG = 5000;
const isLanguage = (code: string) => /^[a-z]{2,3}$/.test(code);

export class SummaryInput {
  /** For whose documents; without it, the first mechanism whose secretariat the caller is. */
  @Text(36, { optional: true }) mechanismId?: string | null;
  @Text(5, { ifMissing: 'en', check: [isLanguage, 'error.format'] }) language!: string;
  @LongText(LONG) text!: string;
}

/** A refusal may come with the reporter's own words, which documents may use instead. */
export class RefusalInput {
  @Text(5, { optional: true }) language?: string | null;
  @LongText(LONG, { optional: true }) text?: string | null;
}
