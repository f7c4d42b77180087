import { localPath } from '../platform/http/local-path.js';
import { isNone, isRecord, wrong } from '../platform/http/field.js';
import { Flag, OneOf, Text, Uuid, Whole } from '../platform/http/fields.js';
import { ListOf, Nested, Parsed, RecordOf } from '../platform/http/list-fields.js';
import { RawText } from '../platform/http/raw-text.js';
import { type Encoding, encodingNamed, ENCODINGS } from '../platform/spreadsheets/encodings.js';
import { LIMITS } from '../platform/spreadsheets/spreadsheet.js';
import { PLAN_KINDS, type PlanKind } from '../plans/plan/vocabulary.js';
import { FileReadingInput } from './cells/reading.dto.js';
import { HIERARCHIES, type Hierarchy, LayoutInput, ROW_LEVELS, type RowLevels } from './match/layout.js';
import { OUTCOMES } from './preview/outcome.js';

/** Of a table that is pasted; more is a file. */
const PASTED = 1_000_000;

/** How a file is read, and what a new plan is called. */
export class MatchInput extends LayoutInput {
  @Text(300, { optional: true }) title!: string | null;
  @OneOf(PLAN_KINDS, { optional: true }) kind!: PlanKind | null;
}

/** A look at another sheet, or with another row of headings. */
export class LookQuery {
  @Whole(0, 1000, { optional: true }) sheet!: number | null;
  @Whole(0, LIMITS.rows, { optional: true }) headerRow!: number | null;
}

const SHOWN = [...OUTCOMES, 'moved', 'notices'] as const;
export class PreviewQuery {
  @OneOf(SHOWN, { optional: true, otherwise: null }) show!: (typeof SHOWN)[number] | null;
  @Whole(0, 100_000, { optional: true, otherwise: null }) from!: number | null;
}

export class ConfirmInput {
  @RawText(100, { default: '' }) fingerprint!: string;
  /** Items to remove, of those the file does not have. */
  @ListOf(Uuid()) remove!: string[];
}

/** An answer to a question of the preview: a text that was offered, or another one. */
export class AnswerInput {
  @Text(40) use!: string;
  @RawText(2000) key!: string;
  @RawText(2000, { default: null }) becomes!: string | null;
  @Text(1000, { optional: true }) other!: string | null;
}

/** Questions on one page of a preview. */
export const QUESTIONS_SHOWN = 100;
export class AnswersInput {
  @ListOf(Nested(() => AnswerInput), {
    before: (raw) => (isRecord(raw) ? Object.values(raw) : raw),
    max: QUESTIONS_SHOWN,
  })
  answers!: AnswerInput[];
}

const uses = RecordOf(RawText(), () => true).reader;
function usesOf(raw: unknown) {
  if (isNone(raw)) return {};
  if (typeof raw !== 'string' || raw === '') return uses.read(raw);
  try {
    return uses.read(JSON.parse(raw));
  } catch {
    return wrong('error.format');
  }
}

const levels = RecordOf(OneOf(ROW_LEVELS), () => true).reader;
function levelsOf(raw: unknown) {
  if (isNone(raw) || raw === '') return {};
  try {
    return levels.read(typeof raw === 'string' ? JSON.parse(raw) : raw);
  } catch {
    return wrong('error.format');
  }
}

/** Whether headings that are objectives of the Compact map the rows under them. */
export class HeadingsInput {
  @Flag() headingObjectives!: boolean;
}

/** What a program may say in the address: all of it can be left out but where the plan goes. */
export class ImportQuery extends FileReadingInput {
  @Text(36, { optional: true }) mechanismId!: string | null;
  /** A plan to update; without it the file becomes a new plan. */
  @Uuid({ optional: true }) planId!: string | null;
  @Flag() dryRun!: boolean;
  @Text(300, { optional: true }) title!: string | null;
  @OneOf(PLAN_KINDS, { optional: true }) kind!: PlanKind | null;
  /** Of a CSV file; other names of the same are understood, such as `latin1` or `cp1251`. */
  @OneOf(ENCODINGS, { optional: true, before: encodingNamed }) encoding!: Encoding | null;
  @Text(100, { optional: true }) sheet!: string | null;
  @Whole(0, LIMITS.rows, { optional: true }) headerRow!: number | null;
  @Whole(1, LIMITS.rows, { optional: true }) lastRow!: number | null;
  @OneOf(HIERARCHIES, { optional: true }) hierarchy!: Hierarchy | null;
  /** JSON: what a column holds, by its letter or heading. `{"B": "title.en", "Deadline": "when"}` */
  @Parsed(usesOf, uses.describe) columns!: Record<string, string>;
  /** JSON: what heading rows are, by the word they begin with or another kind that a dry run names: `{"priority": "1"}`. */
  @Parsed(levelsOf, levels.describe) rowLevels!: RowLevels;
  @Flag() headingObjectives!: boolean;
  @Text(2, { optional: true }) textLanguage!: string | null;
  @Flag() everyRow!: boolean;
  @Flag() skipProblems!: boolean;
  @ListOf(Uuid()) remove!: string[];
}

/** The characters that somebody chose for a file that waits. */
export class CharactersInput {
  @OneOf(ENCODINGS) encoding!: Encoding;
}

/** A table as text, and as HTML where the browser's script had it: that one tells merged cells. */
export class PastedInput {
  @RawText(PASTED, { check: [(text) => text.trim() !== '', 'error.required'] }) text!: string;
  @RawText(PASTED, { default: '' }) table!: string;
}

export class UploadQuery {
  /** The page one came from. */
  @Text(3000, { optional: true, otherwise: null, parse: localPath }) back!: string | null;
  @OneOf(ENCODINGS, { optional: true, otherwise: null }) encoding!: Encoding | null;
}
