import { ReadingInput } from '../exchange/cells/reading.dto.js';
import { isNone, type Problem, refused, wrong } from '../platform/http/field.js';
import { Flag, LongText, Text, Uuid, Version } from '../platform/http/fields.js';
import { ListOf, Nested, Parsed, RecordOf } from '../platform/http/list-fields.js';
import { RawText } from '../platform/http/raw-text.js';

/** Rows in one go; the preview shows them on one page. More than that is what the import is for. */
export const MOST_ROWS = 150;

/** An address is typed, shortened, pasted: what is no id is as if it were not there. */
export class TableQuery {
  @Uuid({ optional: true, otherwise: null }) under!: string | null;
  @Uuid({ optional: true, otherwise: null }) after!: string | null;
}

export class RowEditInput {
  @Uuid() id!: string;
  @Version() version!: number;
  @RecordOf(RawText(20_000), (key) => key.length <= 40) cells!: Record<string, string>;
}

const edits = ListOf(
  Nested(() => RowEditInput),
  { max: Infinity, strict: true },
).reader;

/** A form sends its changes as JSON text, a program as JSON. */
function editsOf(raw: unknown): RowEditInput[] | Problem {
  const sent = typeof raw === 'string' ? parsed(raw) : raw;
  if (isNone(sent)) return wrong('error.required');
  // Not read at all: so many that a body holds would keep everybody waiting.
  if (Array.isArray(sent) && sent.length > MOST_ROWS) return wrong('table.problem.tooMany');
  const rows = edits.read(sent);
  if (!Array.isArray(rows)) return rows;
  if (rows.length === 0) return refused(rows, 'table.problem.nothing');
  const ids = new Set(rows.map(({ id }) => id));
  return ids.size < rows.length ? refused(rows, 'table.problem.twice') : rows;
}
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

export class ChangesInput extends ReadingInput {
  @Parsed(editsOf, edits.describe) changes!: RowEditInput[];
}

/** A block pasted into a field, and where its first cell belongs. */
export class BlockInput extends ReadingInput {
  /** Not trimmed: a tab at its beginning is an empty first cell. */
  @RawText(1_000_000, { check: [(text) => text.trim() !== '', 'error.required'] }) block!: string;
  @Uuid() row!: string;
  @Text(40) column!: string;
  /** Keys of the columns that were shown, in their order. */
  @LongText(2000, { parse: (keys) => keys.split(' ') }) columns!: string[];
}

export class DryRunQuery {
  @Flag() dryRun!: boolean;
}
