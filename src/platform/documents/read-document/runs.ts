import { directionOf } from '../clean.js';
import type { Direction, InLanguage, PlainRun, Run } from '../document.js';
import { child, type XmlElement, within } from '../read-word/xml.js';
import { isRead, type Mode } from './mode.js';
import { inlineOf, type Token } from './tokens.js';
import type { WordFile } from './word-file.js';

/** Reads texts of one file in one mode. */
export class TextReader {
  /** A file can refer to a note in itself. */
  private readonly open = new Set<XmlElement>();

  constructor(
    readonly file: WordFile,
    readonly mode: Mode,
  ) {}

  /** A text with the language most or all of it is in, and its direction where that does not follow. */
  text(tokens: Token[], direction: Direction, share: 'most' | 'all' = 'most'): { runs: Run[] } & InLanguage {
    const runs = this.runs(tokens);
    const most = mainLanguage(runs);
    const isAll = runs.every(({ language }) => language === most);
    const main = share === 'most' || isAll ? most : undefined;
    // A run that says its language is set apart in a text that runs the other way.
    const language = main && directionOf(main) === direction ? main : undefined;
    const implied = language ? direction : this.implied(runs);
    return {
      runs: language ? runs.map((run) => this.apart(run, language)) : runs,
      ...(language && { language }),
      ...(direction !== implied && { direction }),
    };
  }

  /** A run in a text of a language says its own only where it is another. */
  private apart({ language, ...run }: Run, main: string): Run {
    if (language === main || (!language && !LETTER.test(run.text))) return run;
    return { ...run, language: language ?? this.file.language };
  }

  /** The same where only runs can say it: in cells and notes. */
  ownRuns(tokens: Token[], direction: Direction): Run[] {
    const runs = this.runs(tokens);
    return direction === this.implied(runs) ? runs : runs.map((run) => ({ ...run, direction }));
  }

  /** Stretches that look the same are one run; a note follows the run it stands behind. */
  runs(tokens: Token[]): Run[] {
    const runs: Run[] = [];
    let before: Token['field'];
    for (const { text, note, isCount: _, field, ...look } of tokens) {
      const last = field === before ? runs.at(-1) : undefined;
      if (note) {
        this.addNote(note, runs);
        continue;
      }
      before = field;
      const shown = text.replaceAll('\t', ' ');
      if (last && last.footnote === undefined && looksAlike(last, look)) last.text += shown;
      else runs.push({ ...look, text: shown });
    }
    return trimmed(runs);
  }

  private addNote(note: XmlElement, runs: Run[]): void {
    const footnote = this.note(note);
    const last = runs.at(-1);
    if (!footnote) return;
    if (last && last.footnote === undefined) last.footnote = footnote;
    else runs.push({ text: '', footnote });
  }

  /** A heading, a caption or a cell's label has no runs. */
  plain(tokens: Token[]): string {
    return tokens
      .map(({ text }) => text)
      .join('')
      .replaceAll('\t', ' ')
      .trim();
  }

  private implied(runs: Run[]): Direction {
    const [first, ...others] = runs.map(({ language }) => directionOf(language));
    return first && others.every((other) => other === first) ? first : this.file.direction;
  }

  private note(note: XmlElement): string | PlainRun[] | undefined {
    if (this.open.has(note)) return undefined;
    this.open.add(note);
    const paragraphs = [...within(note, 'p')];
    const tokens = paragraphs.flatMap((paragraph, index) => [
      ...(index > 0 ? [{ text: '\n' }] : []),
      ...inlineOf(paragraph, this.file, this.mode, this.file.noteLinks).tokens,
    ]);
    this.open.delete(note);
    // A note in a note has no place.
    const plain = tokens.filter((token) => !token.note);
    const first = paragraphs[0] && child(paragraphs[0], 'pPr');
    const runs = this.ownRuns(trimmedStart(plain), this.file.directionOf(first)) as PlainRun[];
    if (!runs.some(({ text }) => text.trim())) return undefined;
    const [only] = runs;
    return runs.length === 1 && only && Object.keys(only).length === 1 ? only.text : runs;
  }
}

const LETTER = /\p{L}/u;

/** By letters; nothing where most are in the document's language. */
function mainLanguage(runs: readonly Run[]): string | undefined {
  const letters = new Map<string | undefined, number>();
  for (const { language, text } of runs)
    letters.set(language, (letters.get(language) ?? 0) + (text.match(/\p{L}/gu)?.length ?? 0));
  return [...letters].reduce<[string | undefined, number]>(
    (most, one) => (one[1] > most[1] ? one : most),
    [undefined, 0],
  )[0];
}

const LOOK = ['bold', 'italic', 'language', 'link', 'see'] as const;
const looksAlike = (run: Run, look: Omit<Token, 'text' | 'note'>) =>
  LOOK.every((name) => run[name] === look[name]);

/** Spaces at the end of a paragraph are nobody's words. */
function trimmed(runs: Run[]): Run[] {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first) first.text = first.text.trimStart();
  if (last && last.footnote === undefined) last.text = last.text.trimEnd();
  return runs.filter(({ text, footnote, see }) => text !== '' || footnote !== undefined || see);
}

/** Word has a space between a note's number and its text. */
function trimmedStart(tokens: Token[]): Token[] {
  const first = tokens.findIndex(({ text }) => text.trim() !== '');
  return tokens
    .slice(Math.max(first, 0))
    .map((token, index) => (index === 0 ? { ...token, text: token.text.trimStart() } : token));
}

/** Paragraphs somewhere in an element that stand in the text. */
export function* paragraphsIn(of: XmlElement, mode: Mode): Generator<XmlElement> {
  for (const one of of.children) {
    if (typeof one === 'string' || !isRead(one, mode)) continue;
    if (one.name === 'p') yield one;
    else yield* paragraphsIn(one, mode);
  }
}
