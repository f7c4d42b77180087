import { cleanText, directionOf, languageTag, safeLink } from './clean.js';
import type { Direction, InLanguage, PlainRun, Run } from './document.js';
import type { PreparedRun, PreparedText } from './prepared.js';

/** The texts of one document: clean, marked only where they differ from it, and its notes counted on the way. */
export class TextPreparation {
  readonly notes: PreparedText[] = [];
  private readonly references: PreparedRun[] = [];

  constructor(
    private readonly language: string,
    private readonly direction: Direction,
  ) {}

  text(runs: Run[], own: InLanguage = {}): PreparedText {
    return this.settled(
      runs.flatMap((run) => this.runOf(run) ?? []),
      own,
    );
  }

  /** Gives every run that refers to a paragraph its number; a paragraph may come after those that refer to it. */
  refer(to: ReadonlyMap<string, { number: string; anchor: string }>): void {
    for (const run of this.references) {
      const found = run.see && to.get(run.see.key);
      if (found) Object.assign(run, { text: found.number, see: { ...run.see, anchor: found.anchor } });
      else delete run.see;
    }
  }

  /** Moves up what the runs share; what is left on a run sets it apart from the text around it. */
  private settled(runs: PreparedRun[], own: InLanguage): PreparedText {
    const shared = this.shared(runs, own);
    const language = shared.language ?? this.language;
    const direction = shared.direction ?? this.direction;
    const apart = ({ language: its, direction: way, ...run }: PreparedRun): PreparedRun => ({
      ...run,
      ...(its && its !== language && { language: its }),
      ...(way && way !== direction && { direction: way }),
    });
    const settled = runs.map(apart);
    this.references.push(...settled.filter(({ see }) => see));
    return { ...shared, runs: settled };
  }

  /** What the runs have in common decides on which side the text starts and where its last full stop goes. */
  private shared(runs: PreparedRun[], own: InLanguage): InLanguage {
    const language = languageTag(own.language) ?? common(runs.map((run) => run.language));
    const direction = own.direction ?? common(runs.map((run) => run.direction)) ?? directionOf(language);
    return {
      language: language === this.language ? undefined : language,
      direction: direction === this.direction ? undefined : direction,
    };
  }

  private runOf({ footnote, see, ...run }: Run): PreparedRun | undefined {
    const plain = plainRun(run);
    const note = footnote === undefined ? undefined : this.note(footnote);
    if (see) return { ...plain, note, see: { key: see, anchor: '' } };
    return plain.text === '' && note === undefined ? undefined : { ...plain, note };
  }

  private note(content: string | PlainRun[]): number | undefined {
    const runs = (typeof content === 'string' ? [{ text: content }] : content).map(plainRun);
    if (!runs.some((run) => run.text.trim())) return undefined;
    return this.notes.push(this.settled(runs, {}));
  }
}

function plainRun({ text, bold, italic, language, direction, link }: PlainRun): PlainRun {
  const tag = languageTag(language);
  return {
    text: cleanText(text),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(tag && { language: tag }),
    ...((direction ?? tag) && { direction: direction ?? directionOf(tag) }),
    ...(link && { link: safeLink(link) }),
  };
}

export const isBlank = ({ runs }: PreparedText) =>
  !runs.some(({ text, note, see }) => note !== undefined || see || text.trim() !== '');

const common = <T>(values: T[]): T | undefined =>
  values.every((value) => value === values[0]) ? values[0] : undefined;
