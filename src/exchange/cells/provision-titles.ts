import { fold } from '../../platform/i18n/fold.js';

export interface Titled {
  number: number;
  /** In every language there is, English first. */
  titles: readonly string[];
  /** Names so short that they mean something else in a sentence: they count where nothing stands beside them. */
  labels: readonly string[];
}

/** Marks that stand for a title that was found, by its number: no file has them, and no pattern takes them for words. */
const FIRST_MARK = 0xe000;
const MARK = /[\ue000-\ue0ff]/g;
/** So many letters of a title, at least, before a part of it stands for it. */
const ENOUGH = 12;

interface Form {
  number: number;
  whole: RegExp;
  words: string;
}

/** Finds titles in folded text, however they are spaced and punctuated, in British or American spelling. */
export class ProvisionTitles {
  private forms: Form[] | undefined;
  private labels: [number, RegExp][] = [];

  constructor(private readonly titled: readonly Titled[]) {}

  /** The text with a mark in place of each title. */
  mark(text: string): string {
    if (!/\p{L}{3}|[\u4e00-\u9fff]{2}/u.test(text)) return text;
    this.prepare();
    let marked = text;
    for (const { number, whole } of this.forms!)
      marked = marked.replace(whole, ` ${String.fromCharCode(FIRST_MARK + number)} `);
    for (const [number, label] of this.labels)
      marked = marked.replace(label, `$1${String.fromCharCode(FIRST_MARK + number)} `);
    return marked.trim();
  }

  /** The title whose mark a marked text begins with. */
  at(text: string): { number: number; length: number } | null {
    const number = text.charCodeAt(0) - FIRST_MARK;
    return number > 0 && number < 256 ? { number, length: 1 } : null;
  }

  /** A marked text in words again. */
  plain(text: string): string {
    return text.replace(
      MARK,
      (mark) => this.titled.find(({ number }) => number === mark.charCodeAt(0) - FIRST_MARK)?.titles[0] ?? '',
    );
  }

  /** The one title that holds these words, when they are enough of it to tell. */
  holding(text: string): Titled | null {
    this.prepare();
    const words = wordsOf(text);
    if (words.length < ENOUGH || !words.includes(' ')) return null;
    const numbers = new Set(this.forms!.flatMap((form) => (form.words.includes(words) ? [form.number] : [])));
    const [only] = numbers;
    return numbers.size === 1 ? this.titled.find(({ number }) => number === only)! : null;
  }

  private prepare(): void {
    if (this.forms) return;
    this.forms = this.titled
      .flatMap(({ number, titles }) =>
        titles.map((title) => ({ number, whole: patternOf(title), words: wordsOf(title) })),
      )
      .sort((a, b) => b.words.length - a.words.length);
    this.labels = this.titled.flatMap(({ number, labels }) =>
      labels.map((label): [number, RegExp] => [
        number,
        new RegExp(`(^|[,،:–—.)-]\\s*|\\d\\s+)${sourceOf(label)}(?=$|\\s*[,،])`, 'gu'),
      ]),
    );
  }
}

const patternOf = (title: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${sourceOf(title)}(?![\\p{L}\\p{N}])`, 'gu');

const sourceOf = (title: string): string =>
  (fold(title).match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word) => word.replace(/i[sz](e|es|ed|ing|ation|ations)$/, 'i[sz]$1'))
    .join('[^\\p{L}\\p{N}]+');

const wordsOf = (text: string): string =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word) => word.replace(/is(e|es|ed|ing|ation|ations)$/, 'iz$1'))
    .join(' ');
