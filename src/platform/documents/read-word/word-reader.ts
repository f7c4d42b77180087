import { chosen, NOTHING, outermost, PICTURES } from './alternatives.js';
import { addAddress, type Draft, fieldMark, isPageNumber } from './draft.js';
import { type Block, linesOf } from './lines.js';
import { Numbering } from './numbering.js';
import type { WordPackage } from './package.js';
import { symbol, textInFont } from './symbols.js';
import { attribute, child, childrenOf, value, within, type XmlElement } from './xml.js';

/** Deleted, properties of something, or computed anew by whoever opens it. */
const SKIPPED = new Set([
  ...['del', 'moveFrom', 'delText', 'instrText', 'fldData', 'sectPr', 'pPr', 'rPr', 'tblPr', 'tblGrid'],
  ...[
    'trPr',
    'tcPr',
    'sdtPr',
    'sdtEndPr',
    'customXmlPr',
    'smartTagPr',
    'rubyPr',
    'footnoteRef',
    'endnoteRef',
  ],
]);
const TRACKED = new Set(['ins', 'del', 'moveFrom', 'moveTo']);
const OFF = new Set(['0', 'false', 'off', 'none']);

/** Goes through a document once, in its order: lists and notes are counted on the way. */
export class WordReader {
  pictures = 0;
  struck = false;
  tracked = false;
  hidden = false;
  private readonly numbering: Numbering;
  private readonly notes = new Map<string, XmlElement>();
  private noteCount = 0;

  constructor(private readonly from: WordPackage) {
    this.numbering = new Numbering(from.parts('numbering')[0], from.parts('styles')[0]);
    for (const kind of ['footnote', 'endnote'])
      for (const part of from.parts(`${kind}s`))
        for (const note of within(part, kind)) this.notes.set(`${kind} ${attribute(note, 'id')}`, note);
  }

  blocks(of: XmlElement): Block[] {
    return childrenOf(of).flatMap((element): Block[] => {
      const { name } = element;
      if (this.isSkipped(element)) return [];
      if (name === 'p') return this.paragraph(element);
      if (name === 'tbl') return [{ kind: 'table', rows: this.rows(element) }];
      if (name === 'AlternateContent') return this.blocks(chosen(element));
      if (name === 'altChunk') this.pictures += 1;
      // Of damaged files.
      if (name === 'r' || name === 't')
        return this.paragraph({ name: 'p', attributes: '', children: [element] });
      return this.blocks(element);
    });
  }

  private rows(of: XmlElement): Block[][][] {
    return childrenOf(of).flatMap((element): Block[][][] => {
      if (this.isSkipped(element)) return [];
      if (element.name === 'tr') return [this.cells(element)];
      if (element.name === 'p' || element.name === 'tbl') return [[this.blocks(wrap(element))]];
      return this.rows(element);
    });
  }

  private cells(of: XmlElement): Block[][] {
    return childrenOf(of).flatMap((element): Block[][] => {
      if (this.isSkipped(element)) return [];
      if (element.name === 'tc') return [this.blocks(element)];
      if (element.name === 'p' || element.name === 'tbl') return [this.blocks(wrap(element))];
      return this.cells(element);
    });
  }

  private paragraph(of: XmlElement): Block[] {
    const draft: Draft = { text: '', notes: [], boxes: [], font: '', fields: [] };
    const marker = this.numbering.marker(child(of, 'pPr'));
    this.inline(of, draft);
    return [{ kind: 'paragraph', marker, text: draft.text, notes: draft.notes }, ...draft.boxes];
  }

  private inline(of: XmlElement, draft: Draft): void {
    for (const one of of.children) {
      if (typeof one === 'string') {
        if (of.name === 't' && !isPageNumber(draft))
          draft.text += textInFont(
            draft.font,
            one.replace(/\s/g, (space) => (space === '\u00a0' ? space : ' ')),
          );
      } else if (!this.isSkipped(one)) this.part(one, draft);
      else if (one.name === 'instrText' && draft.fields.length > 0)
        draft.fields.at(-1)!.instruction += textOf(one);
    }
  }

  private part(one: XmlElement, draft: Draft): void {
    switch (one.name) {
      case 'r': {
        const properties = child(one, 'rPr');
        draft.font = attribute(child(properties, 'rFonts') ?? NOTHING, 'ascii') ?? '';
        const length = draft.text.length;
        this.inline(one, draft);
        if (draft.text.length > length && (isOn(properties, 'strike') || isOn(properties, 'dstrike')))
          this.struck = true;
        this.hidden ||= draft.text.length > length && isOn(properties, 'vanish');
        draft.font = '';
        return;
      }
      case 'tab':
      case 'ptab':
        draft.text += '\t';
        return;
      case 'br':
      case 'cr':
        draft.text += '\n';
        return;
      case 'noBreakHyphen':
        draft.text += '-';
        return;
      case 'sym':
        draft.text += symbol(attribute(one, 'font') ?? '', Number.parseInt(attribute(one, 'char') ?? '', 16));
        return;
      case 'footnoteReference':
      case 'endnoteReference':
        this.note(one, draft);
        return;
      case 'fldChar':
        fieldMark(one, draft);
        return;
      case 'hyperlink': {
        const begin = draft.text.length;
        this.inline(one, draft);
        addAddress(draft, begin, this.from.links.get(attribute(one, 'id') ?? ''));
        return;
      }
      case 'fldSimple':
        draft.fields.push({ instruction: attribute(one, 'instr') ?? '', begin: draft.text.length });
        this.inline(one, draft);
        draft.fields.pop();
        return;
      case 'AlternateContent':
        this.inline(chosen(one), draft);
        return;
      case 'p':
      case 'tbl':
        draft.boxes.push(...this.blocks(wrap(one)));
        return;
      case 'drawing':
      case 'pict':
      case 'object':
        if (!within(one, ...PICTURES).next().done) this.pictures += 1;
        draft.boxes.push(...[...outermost(one, 'txbxContent')].flatMap((box) => this.blocks(box)));
        return;
      default:
        this.inline(one, draft);
    }
  }

  private note(reference: XmlElement, draft: Draft): void {
    const key = `${reference.name.replace('Reference', '')} ${attribute(reference, 'id')}`;
    const note = this.notes.get(key);
    // Once: a file can refer to a note in itself.
    this.notes.delete(key);
    const lines = note ? linesOf(this.blocks(note)) : [];
    const text = lines
      .map((line) => line.marker + line.text)
      .join('\n')
      .trim()
      .replace(/\n\s*/g, '\n  ');
    if (!text) return;
    this.noteCount += 1;
    draft.text += `[^${this.noteCount}]`;
    draft.notes.push(`[^${this.noteCount}]: ${text}`, ...lines.flatMap(({ notes }) => notes));
  }

  private isSkipped(element: XmlElement): boolean {
    if (TRACKED.has(element.name)) this.tracked = true;
    // What a program shows where nothing was written yet.
    if (element.name === 'sdt' && isOn(child(element, 'sdtPr'), 'showingPlcHdr')) return true;
    return SKIPPED.has(element.name);
  }
}

const wrap = (element: XmlElement): XmlElement => ({ ...NOTHING, children: [element] });
const textOf = ({ children }: XmlElement) => children.filter((one) => typeof one === 'string').join('');
const isOn = (of: XmlElement | undefined, name: string) =>
  child(of, name) !== undefined && !OFF.has(value(of, name) ?? '');
