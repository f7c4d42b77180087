import { folded, type PrintedForm } from './printed.js';
import { WORD_KEY, wordKey } from './word-key.js';

/** From so many characters on a line that begins with printed words is taken for those, and more. */
const CLEAR = 12;

/** Tells the form's own words from those that were written into it. */
export class Recognizer {
  readonly ids: string[];
  private readonly byKey: Map<string, string>;
  private readonly byTitle = new Map<string, number>();
  /** By titles without their number, which differs where a form had fewer questions; null where two have the same. */
  private readonly byText = new Map<string, number | null>();
  private readonly outside: Set<string>;
  private readonly lastLabels: Set<string>;
  private readonly boxLabels: Set<string>;
  private readonly heads: Set<string>[];
  private readonly last: Set<string>[];

  constructor(private readonly printed: PrintedForm) {
    const set = (lines: string[]) => new Set(lines.map(folded).filter(Boolean));
    this.ids = printed.questions.map(({ answerId }) => answerId);
    this.byKey = new Map(this.ids.map((id) => [wordKey(id), id]));
    printed.questions.forEach(({ titles }, index) => {
      for (const title of set(titles)) {
        this.byTitle.set(title, index);
        const text = headLine(title);
        const other = this.byText.get(text);
        this.byText.set(text, other === undefined || other === index ? index : null);
      }
    });
    this.outside = set(printed.outside);
    this.lastLabels = set(printed.lastLabels);
    this.boxLabels = set(printed.boxLabels);
    this.heads = printed.questions.map(({ titles, hints }) => set([...titles, ...hints].map(headLine)));
    this.last = printed.questions.map(({ last }) => set(last));
  }

  /** The keys in a text: of a question by its index, or null for one of another form. */
  keys(text: string): Map<string, number | null> {
    const found = (folded(text).toLowerCase().match(WORD_KEY) ?? []).map((key) => {
      const id = this.byKey.get(key);
      return [key, id === undefined ? null : this.ids.indexOf(id)] as const;
    });
    return new Map(found);
  }

  title(text: string): number | null {
    const line = folded(withoutKeys(text));
    return this.byTitle.get(line) ?? this.byText.get(headLine(line)) ?? null;
  }
  isTitleLine = (text: string, question: number) =>
    this.printed.questions[question]!.titles.some((title) => headLine(text).startsWith(headLine(title)));
  isLastLabel = (text: string) => this.lastLabels.has(folded(text));
  isLast = (text: string, question?: number) =>
    (question === undefined ? this.last : [this.last[question]!]).some((last) => last.has(folded(text)));
  /** Whether every line of what was said last time is among these. */
  hasLast(texts: string[], question: number): boolean {
    const there = new Set(texts.map(folded));
    return [...this.last[question]!].every((line) => there.has(line));
  }

  /** What was written on the line of the box's label; null when it is none. */
  besideBoxLabel(text: string): string | null {
    const line = folded(text);
    for (const label of this.boxLabels) {
      if (line.startsWith(label)) return line.slice(label.length).trim();
      if (line.endsWith(label)) return line.slice(0, -label.length).trim();
    }
    return null;
  }

  /** What was written on a line of a question's head: all of it, or what is left beside the printed words and the key. */
  besideHead(text: string, question: number | null): string {
    const line = headLine(text);
    const heads = question === null ? this.heads : [this.heads[question]!];
    for (const head of heads) if (head.has(line)) return '';
    for (const head of heads)
      for (const printed of head)
        if (printed.length >= CLEAR && line.startsWith(`${printed} `))
          return line.slice(printed.length).trim();
    return withoutKeys(text).trimEnd();
  }

  /** Whether a line, wherever it stands, is the form's own. */
  isPrinted(text: string): boolean {
    const line = folded(withoutKeys(text));
    return (
      line === '' ||
      this.outside.has(line) ||
      this.lastLabels.has(line) ||
      this.boxLabels.has(line) ||
      this.heads.some((head) => head.has(headLine(text))) ||
      this.printed.until.some(
        ([before, after]) =>
          before.length + after.length > CLEAR &&
          line.length < before.length + after.length + 60 &&
          line.startsWith(before) &&
          line.endsWith(after),
      )
    );
  }
}

export const withoutKeys = (text: string) => text.replace(new RegExp(WORD_KEY, 'gi'), '');

/** A line of a question's head, whatever number the question has. */
const headLine = (text: string) => folded(withoutKeys(text)).replace(/^\d{1,4}\. /, '0. ');
