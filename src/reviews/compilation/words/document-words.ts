import { States } from '../../../accounts/states.js';
import type { Heading, List, Paragraph, Run } from '../../../platform/documents/document.js';
import { type Alphabet, alphabet } from '../../../platform/i18n/alphabet.js';
import { inSentence } from '../../../platform/i18n/articles.js';
import { formatDay } from '../../../platform/i18n/dates.js';
import type { Day } from '../../../platform/i18n/day.js';
import { directionOf, type TextKey, type Translate, translator } from '../../../platform/i18n/i18n.js';
import { listed, listFormat } from '../../../platform/i18n/listed.js';
import { type Localized, rendition } from '../../../platform/i18n/localized.js';

/** Stands in a sentence where runs come; no text of a person holds it. */
export const SLOT = '\u0000';

/** The words of one version of a document: the catalogue in its language, and how other texts are put into it. */
export class DocumentWords {
  readonly t: Translate;
  /** The order of the version's own alphabet. */
  readonly alphabet: Alphabet;
  readonly direction: 'ltr' | 'rtl';
  private readonly languages: Intl.DisplayNames;

  constructor(
    readonly language: string,
    /** Whether its paragraphs have numbers. */
    readonly numbered: boolean,
  ) {
    this.t = translator(language);
    this.alphabet = alphabet(language);
    this.direction = directionOf(language);
    this.languages = new Intl.DisplayNames(language, { type: 'language' });
  }

  paragraph(...runs: (Run | string)[]): Paragraph {
    return this.asOwn({
      type: 'paragraph',
      runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)).filter(hasText),
    });
  }

  /** Numbered where the document is. In its direction even where all of it is in another language: the numbers stand in one column. */
  asOwn(paragraph: Paragraph): Paragraph {
    return {
      ...paragraph,
      ...(this.numbered && { numbered: true }),
      direction: this.direction,
    };
  }

  heading(level: Heading['level'], text: string): Heading {
    return { type: 'heading', level, text };
  }

  lettered = (items: Run[][]): List => this.list('letters', items);
  bulleted = (items: Run[][]): List => this.list('bullets', items);

  private list(kind: List['kind'], items: Run[][]): List {
    const { language, direction } = this;
    return { type: 'list', kind, language, direction, items: items.map((runs) => ({ runs })) };
  }

  /** A text as written, marked with its language when that is not the version's. */
  original(text: string, language: string | null | undefined): Run {
    return this.isOther(language) ? { text, language: language! } : { text };
  }

  isOther(language: string | null | undefined): boolean {
    return Boolean(language) && isTag(language!) && language !== this.language;
  }

  /** The version's own rendition of a text, or the original, marked. */
  localized(value: Localized): Run {
    const shown = rendition(value, this.language);
    return this.original(shown.text.trim(), shown.language);
  }

  day = (day: Day): string => formatDay(day, this.language);

  /** A sentence that counts. */
  counted(key: TextKey, count: number, values: Record<string, unknown> = {}): string {
    return this.t(key, { count, ...values });
  }

  /** "a, b and c" */
  listed = (values: readonly string[]): string => listed(values, this.language);

  /** States as they stand in a sentence, in the order of the alphabet: "l’Italie, le Kenya et le Sénégal". */
  states = (codes: Iterable<string>): string[] =>
    States.sorted(codes, this.language).map((code) =>
      inSentence(States.name(code, this.language), 'the', this.language),
    );

  /** The name of another language, in the version's; null when it is its own or not known. */
  otherLanguage(tag: string | null): string | null {
    return this.isOther(tag) ? (this.languages.of(tag!) ?? tag) : null;
  }

  /** A list of runs as the language writes lists. */
  listedRuns(items: Run[][]): Run[] {
    const parts = listFormat(this.language).formatToParts(items.map((_, index) => String(index)));
    return parts.flatMap((part) =>
      part.type === 'element' ? items[Number(part.value)]! : [{ text: part.value }],
    );
  }

  /** A sentence with runs in the place of its slot. */
  filled(sentence: string, runs: Run[]): Run[] {
    const [before = '', after = ''] = sentence.split(SLOT);
    return [{ text: before }, ...runs, { text: after }].filter(hasText);
  }
}

/** Well formed, so that neither `Intl` nor a document format refuses it. */
const isTag = (language: string) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language);
const hasText = (run: Run) => run.text !== '' || run.see !== undefined;

/** Sentences begin with a capital, whatever they begin with. */
export const capital = (text: string): string =>
  text.replace(
    /^([«“"\s\u00a0]*)(\p{Ll})/u,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase(),
  );

export function capitalized([first, ...rest]: Run[]): Run[] {
  return first ? [{ ...first, text: capital(first.text) }, ...rest] : [];
}
