import { create, type Font } from 'fontkitten';
import type { PdfFile } from './pdf-file.js';

/** One font of a PDF: what its glyphs say, how wide they are, what they look like. */
export class PdfFont {
  /** By the number of the glyph, as the file has it. */
  readonly texts = new Map<number, string>();
  private readonly settled = new Map<number, string | null>();
  private readonly widths = new Map<number, number>();
  private readonly widened = new Map<number, number>();
  private readonly map: number;
  private readonly described: number;
  private readonly programNumber: number;
  private program: Font | undefined;

  constructor(
    private readonly file: PdfFile,
    number: number,
  ) {
    this.map = file.reference(number, 'ToUnicode');
    this.described = file.reference(number, 'DescendantFonts');
    this.programNumber = file.reference(file.reference(this.described, 'FontDescriptor'), 'FontFile2');
    for (const [, glyph, text] of file
      .content(this.map)
      .toString('latin1')
      .matchAll(/^<(\w{4})> <(\w+)>$/gm))
      this.texts.set(parseInt(glyph!, 16), textOf(text!));
    const widths = (/\/W \[([\d.\s]*)\]/.exec(file.head(this.described))?.[1] ?? '').trim().split(/\s+/);
    for (let at = 0; at + 2 < widths.length; at += 3)
      for (let glyph = Number(widths[at]); glyph <= Number(widths[at + 1]); glyph += 1)
        this.widths.set(glyph, Number(widths[at + 2]));
  }

  width(glyph: number): number {
    return this.widths.get(glyph) ?? 0;
  }

  /** Says what a glyph stands for; where two texts are said, neither is taken. */
  settle(glyph: number, text: string): void {
    const before = this.settled.get(glyph);
    this.settled.set(glyph, before === undefined || before === text ? text : null);
  }

  isSettled(glyph: number): boolean {
    return typeof this.settled.get(glyph) === 'string';
  }

  /** Gives a glyph a width, in thousandths of an em; both places that tell it must agree. */
  widen(glyph: number, width: number): void {
    this.widened.set(glyph, width);
  }

  /** The outline of a glyph as operators of a page, in units of which `unitsPerEm` are an em. */
  outline(glyph: number): { operators: string; unitsPerEm: number } {
    const font = (this.program ??= create(this.file.content(this.programNumber)) as Font);
    const outlined = font.getGlyph(glyph);
    if (!outlined) throw new Error('A glyph without an outline');
    return { operators: operatorsOf(outlined.path.commands), unitsPerEm: font.unitsPerEm };
  }

  write(): void {
    for (const [glyph, text] of this.settled) if (text !== null) this.texts.set(glyph, text);
    const rows = [...this.texts].sort(([one], [other]) => one - other).map((row) => rowOf(...row));
    const content = this.file.content(this.map).toString('latin1');
    const written = content.replace(/\d+ beginbfchar.*endbfchar/s, inHundreds(rows));
    this.file.setContent(this.map, Buffer.from(written, 'latin1'));
    if (this.widened.size > 0) this.writeWidths();
  }

  private writeWidths(): void {
    const widths = [...this.widths, ...this.widened].map(([glyph, width]) => `${glyph} ${glyph} ${width}`);
    this.file.setHead(
      this.described,
      this.file.head(this.described).replace(/\/W \[[\d.\s]*\]/, `/W [${widths.join(' ')}]`),
    );
    const program = Buffer.from(this.file.content(this.programNumber));
    const table = (tag: string) => program.readUInt32BE(program.indexOf(tag, 12, 'latin1') + 8);
    const measured = program.readUInt16BE(table('hhea') + 34);
    const unitsPerEm = program.readUInt16BE(table('head') + 18);
    for (const [glyph, width] of this.widened) {
      if (glyph >= measured) throw new Error('A glyph without a width of its own');
      program.writeUInt16BE(Math.round((width * unitsPerEm) / 1000), table('hmtx') + glyph * 4);
    }
    this.file.setContent(this.programNumber, program);
  }
}

/** No more than a hundred may stand in one list. */
function inHundreds(rows: string[]): string {
  const lists: string[] = [];
  for (let at = 0; at < rows.length; at += 100) {
    const list = rows.slice(at, at + 100);
    lists.push(`${list.length} beginbfchar\n${list.join('\n')}\nendbfchar`);
  }
  return lists.join('\n');
}

const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
export const textOf = (digits: string) => Buffer.from(digits, 'hex').swap16().toString('utf16le');
const rowOf = (glyph: number, text: string) =>
  `<${glyph.toString(16).toUpperCase().padStart(4, '0')}> <${hex(text)}>`;

function operatorsOf(commands: readonly { command: string; args: readonly number[] }[]): string {
  let [x, y] = [0, 0];
  return commands
    .map(({ command, args }) => {
      const points = command === 'quadraticCurveTo' ? cubic(x, y, args) : args;
      if (points.length > 1) [x, y] = [points.at(-2)!, points.at(-1)!];
      return [...points.map((point) => Math.round(point * 10) / 10), OPERATORS[command]].join(' ');
    })
    .join(' ');
}

const OPERATORS: Record<string, string> = {
  moveTo: 'm',
  lineTo: 'l',
  quadraticCurveTo: 'c',
  bezierCurveTo: 'c',
  closePath: 'h',
};

/** A page knows curves of two handles only. */
function cubic(x: number, y: number, [handleX = 0, handleY = 0, endX = 0, endY = 0]: readonly number[]) {
  const toward = (from: number, handle: number) => from + ((handle - from) * 2) / 3;
  return [toward(x, handleX), toward(y, handleY), toward(endX, handleX), toward(endY, handleY), endX, endY];
}
