import { type Alphabet, alphabet } from '../../../platform/i18n/alphabet.js';
import { type TextKey, type Translate, translator } from '../../../platform/i18n/i18n.js';
import { formatDay } from '../../../platform/i18n/dates.js';
import type { Day } from '../../../platform/i18n/day.js';
import { type Localized, rendition } from '../../../platform/i18n/localized.js';
import { listed, listFormat } from '../../../platform/i18n/listed.js';
import type { CompiledRun, TextRun } from '../compiled.js';

/** Stands in a sentence where runs come; no text of a person holds it. */
export const SLOT = '\u0000';

/** The words of one document: the catalogue in its language, and how other texts are put into it. */
export class Wording {
  readonly t: Translate;
  /** The order of the document's own alphabet. */
  readonly alphabet: Alphabet;
  private readonly list: Intl.ListFormat;
  private readonly languages: Intl.DisplayNames;

  constructor(readonly language: string) {
    this.t = translator(language);
    this.alphabet = alphabet(language);
    this.list = listFormat(language);
    this.languages = new Intl.DisplayNames(language, { type: 'language' });
  }

  /** A text as written, marked with its language when that is not the document's. */
  original(text: string, language: string | null | undefined): TextRun {
    return language && isTag(language) && language !== this.language ? { text, language } : { text };
  }

  /** The document's language version of a text, or the original, marked. */
  localized(value: Localized): TextRun {
    const shown = rendition(value, this.language);
    return this.original(shown.text, shown.language);
  }

  day(day: Day): string {
    return formatDay(day, this.language);
  }

  /** "a, b and c" */
  listed(values: string[]): string {
    return listed(values, this.language);
  }

  /** The name of another language, in the document's; null when it is the document's own or not known. */
  otherLanguage(tag: string | null): string | null {
    return tag && isTag(tag) && tag !== this.language ? (this.languages.of(tag) ?? tag) : null;
  }

  /** A sentence of the catalogue with a list of runs in the place of its `{{list}}`. */
  sentence(key: TextKey, items: CompiledRun[]): CompiledRun[] {
    const parts = this.list.formatToParts(items.map((_, index) => String(index)));
    const runs = parts.map((part) =>
      part.type === 'element' ? items[Number(part.value)]! : { text: part.value },
    );
    return this.filled(this.t(key, { count: items.length, list: SLOT }), runs);
  }

  /** A sentence with runs in the place of its slot. */
  filled(sentence: string, runs: CompiledRun[]): CompiledRun[] {
    const [before = '', after = ''] = sentence.split(SLOT);
    return [{ text: before }, ...runs, { text: after }].filter((run) => !('text' in run) || run.text !== '');
  }
}

/** Well formed, so that neither `Intl` nor a document format refuses it. */
const isTag = (language: string) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language);
