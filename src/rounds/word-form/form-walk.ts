import { type Block, type Line, linesOf, type Table } from '../../platform/documents/read-word/lines.js';
import { holdsBox, isBox, rowOf, segmentsOf } from './box-rows.js';
import type { Place } from './filled-form.js';
import { type Piece, readSegment, Unprinted } from './read-segment.js';
import { type Recognizer } from './recognize.js';

/**
 * Goes through a filled-in form and puts each line that is not printed either into the box of a question or among the
 * pieces. A box is known by its key; words without one are never put into a box.
 */
export class FormWalk {
  /** What stands in the boxes of a question, by its index; a copied box gives several. */
  readonly boxes = new Map<number, Line[][]>();
  readonly pieces: Piece[] = [];
  /** Whether it is this form: by a key, or by a title where all keys are gone. */
  readonly isForm: boolean;
  readonly foreignKeys: number;
  private readonly keyed: Set<number>;
  private current: number | null = null;
  /** Whether `current` was said by a title in the text itself, and not by a table before it. */
  private isBelowTitle = false;
  private readonly own: Unprinted;

  constructor(
    private readonly known: Recognizer,
    blocks: readonly Block[],
  ) {
    this.own = new Unprinted(known);
    const all = linesOf(blocks).map(({ text }) => text);
    const keys = [...known.keys(all.join('\n')).values()];
    this.keyed = new Set(keys.filter((question) => question !== null));
    this.foreignKeys = keys.length - this.keyed.size;
    this.isForm =
      this.keyed.size > 0 || (this.foreignKeys === 0 && all.some((text) => known.title(text) !== null));
    this.walk(blocks);
  }

  private walk(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'table' && isBox(block, this.known)) this.table(block);
      else if (block.kind === 'table' && holdsBox([block], this.known))
        block.rows.flat().forEach((cell) => this.walk(cell));
      else this.outside(linesOf([block]));
    }
  }

  private table(table: Table): void {
    const inner: Table[] = [];
    const rows = table.rows.map((cells) => rowOf(cells, this.known, inner));
    for (const segment of segmentsOf(rows, this.keyed, this.known)) {
      const { box, pieces } = readSegment(segment, this.known);
      const at = segment.question ?? this.current;
      if (box) this.boxes.set(at!, [...(this.boxes.get(at!) ?? []), box]);
      this.pieces.push(...pieces.map((piece) => ({ ...piece, question: piece.question ?? this.current })));
      if (segment.kind !== 'other') this.current = at;
      this.isBelowTitle = false;
    }
    this.walk(inner);
  }

  /** Lines above the tables and below, or of a form whose tables were made to text. */
  private outside(lines: readonly Line[]): void {
    for (const line of lines) {
      const [key] = this.known.keys(line.text).values();
      const question = key ?? this.known.title(line.text);
      if (question !== null) {
        this.current = question;
        this.isBelowTitle = true;
      }
      const place: Place = this.current === null ? 'before' : 'under';
      const left = this.own.of(line);
      const before = this.pieces.at(-1);
      if (before?.place === place && before.question === this.current) before.lines.push(...left);
      else if (left.length > 0)
        this.pieces.push({ lines: left, place, question: this.current, isSure: this.isBelowTitle });
    }
  }
}
