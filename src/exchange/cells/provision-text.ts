import type { FieldMessage } from '../../platform/errors.js';
import { fold } from '../../platform/i18n/fold.js';
import { ALL_PROVISIONS, PROVISION_NOISE, RANGE_WORDS } from '../words/provision-words.data.js';
import { ProvisionTitles, type Titled } from './provision-titles.js';

export interface ProvisionRef {
  number: number;
  /** Of a lettered action; empty when the whole is meant. */
  letter: string;
}

/** What a cell that names objectives or principles says; `wrong` is the piece that names none. */
export interface ReadProvisions {
  found: ProvisionRef[];
  wrong: string | null;
  notices: FieldMessage[];
}

/** Of what a cell names: how many there are, what they are called, and which lettered actions each has. */
export interface Catalogue {
  titled: readonly Titled[];
  isAction: (number: number, letter: string) => boolean;
}

const RANGE = new RegExp(`^(\\d{1,2})\\s*(?:-|\\s(?:${RANGE_WORDS})\\s)\\s*(\\d{1,2})(?![\\d(\\p{L}])`, 'u');
const NUMBER = /^(?:gcm|pmm|obj|o)?[-.#]*(\d{1,2})(?:\.?\(([a-z])\)|\.?([a-z])(?!\p{L}))?(?!\.?\d)/u;
const WORD = /^[\p{L}\p{N}°]+(?:\.o)?/u;
/** After a number, before the words that say what it is: "7 – Address vulnerabilities", "6: ", "9. Fight smuggling". */
const SAID = /^\s*(?:[:–—-]|\((?=\p{L}{3})|[.)](?=\s|$)|\s(?=\p{L}{3}))\s*/u;

/**
 * Reads objectives or principles named by number ("9(a)", "6:", "objective 7"), by range ("1–5"), by their official
 * title in any language the catalogue has, by "all", several in one cell. Words beside a number that are not its title
 * are named in a notice; a number beside another one's title is wrong.
 */
export class ProvisionReader {
  private readonly titles: ProvisionTitles;

  constructor(private readonly catalogue: Catalogue) {
    this.titles = new ProvisionTitles(catalogue.titled);
  }

  read(text: string): ReadProvisions {
    const result: ReadProvisions = { found: [], wrong: null, notices: [] };
    for (const line of text.split(/[\n;؛•▪●·]+/)) {
      const folded = this.titles.mark(fold(line).replace(/(\d)\s*\(\s*([a-zابجدهوزحطي])\s*\)/gu, lettered));
      if (isAll(folded)) result.found.push(...this.all());
      else for (const part of partsIn(folded)) this.readPart(part, result);
      if (result.wrong !== null) break;
    }
    result.found = [...new Map(result.found.map((one) => [`${one.number}${one.letter}`, one])).values()];
    return result;
  }

  /** Whether a title, and no number alone, says which one is meant. */
  hasTitle = (text: string): boolean => this.titles.mark(fold(text)) !== fold(text);

  private all = (): ProvisionRef[] => this.catalogue.titled.map(({ number }) => ({ number, letter: '' }));

  /** Numbers and titles, until words come that are neither. */
  private readPart(part: string, result: ReadProvisions): void {
    const found: ProvisionRef[] = [];
    let titled: number | null = null;
    let rest = part;
    while ((rest = rest.replace(/^[\s,،.&/+()"':#№–—-]+/u, '')) !== '') {
      const title = this.titles.at(rest);
      if (title) {
        const named = found.at(-1);
        if (named && titled === null && found.length === 1 && named.number !== title.number) {
          result.wrong = this.titles.plain(part);
          return;
        }
        titled = title.number;
        if (!found.some(({ number }) => number === title.number))
          found.push({ number: title.number, letter: '' });
        rest = rest.slice(title.length);
        continue;
      }
      const taken = this.numbersAt(rest);
      if (taken) {
        found.push(...taken.refs);
        rest = rest.slice(taken.length);
        const said = SAID.exec(rest);
        if (!said || this.titles.at(rest.slice(said[0].length))) continue;
        const words = rest.slice(said[0].length);
        if (startsWithWords(words)) {
          result.notices.push(noticeOf(taken.refs.at(-1)!.number, this.titles.plain(words)));
          break;
        }
        continue;
      }
      const [word = rest] = WORD.exec(rest) ?? [];
      if (!PROVISION_NOISE.has(word)) return this.readWords(this.titles.plain(rest), part, found, result);
      rest = rest.slice(word.length);
    }
    result.found.push(...found);
  }

  /** Words without a number: part of one title only, or nothing that is known. */
  private readWords(words: string, part: string, found: ProvisionRef[], result: ReadProvisions): void {
    const like = found.length === 0 ? this.titles.holding(this.titles.plain(part)) : null;
    if (like) {
      result.found.push({ number: like.number, letter: '' });
      result.notices.push({
        key: 'exchange.notice.provisionTitle',
        values: { number: like.number, title: like.titles[0]! },
      });
    } else result.wrong = words;
  }

  private numbersAt(text: string): { refs: ProvisionRef[]; length: number } | null {
    const range = RANGE.exec(text);
    if (range) {
      const [from, until] = [Number(range[1]), Number(range[2])];
      const refs = this.all().filter(({ number }) => number >= from && number <= until);
      return refs.length === until - from + 1 && from < until ? { refs, length: range[0].length } : null;
    }
    const [whole, figures, bracketed, plain] = NUMBER.exec(text) ?? [];
    if (!whole) return null;
    const [number, letter] = [Number(figures), bracketed ?? plain ?? ''];
    const exists = letter
      ? this.catalogue.isAction(number, letter)
      : this.catalogue.titled.some((one) => one.number === number);
    return exists ? { refs: [{ number, letter }], length: whole.length } : null;
  }
}

/** The letters of the Arabic text stand for those of the English one, in the order of the alphabet of numbers. */
const ABJAD = 'ابجدهوزحطي';
function lettered(_: string, figure: string, letter: string): string {
  const index = ABJAD.indexOf(letter);
  return `${figure}(${index < 0 ? letter : String.fromCharCode(97 + index)})`;
}

const noticeOf = (number: number, words: string): FieldMessage => ({
  key: 'exchange.notice.provisionWords',
  values: { number, words: words.replace(/\)$/, '') },
});

/** Whether words come that no list of numbers has. */
function startsWithWords(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}°]+(?:\.o)?/gu) ?? [];
  const first = words.find((word) => !PROVISION_NOISE.has(word));
  return first !== undefined && !/^\d/.test(first) && words.join('').length > 2;
}

function isAll(text: string): boolean {
  const words = (text.match(/[\p{L}\p{N}°]+/gu) ?? []).filter(
    (word) => !PROVISION_NOISE.has(word) && !/^(?:10|23)$/.test(word),
  );
  return words.length > 0 && words.every((word) => ALL_PROVISIONS.has(word));
}

/** "7 – Address ..., objective 8: Save lives": the next one begins where a comma comes before a number. */
const partsIn = (text: string): string[] =>
  text
    .replace(/(^|\s)و(?=\d)/g, '$1')
    .split(/[,،](?=\s*(?:\p{L}+\.?\s+){0,3}[#№]?\s*\d)/u)
    .filter((part) => /[\p{L}\p{N}\ue000-\ue0ff]/u.test(part));
