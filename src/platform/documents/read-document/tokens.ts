import { languageTag, safeLink } from '../clean.js';
import type { Picture } from '../document.js';
import { chosen, NOTHING, outermost, PICTURES } from '../read-word/alternatives.js';
import { symbol, textInFont } from '../read-word/symbols.js';
import { attribute, child, within, type XmlElement } from '../read-word/xml.js';
import { keyOfBookmark } from '../word/names.js';
import { plainLanguage } from '../word/page.js';
import { DEEPEST_FIELD, type Field, fieldLook, type FieldLook } from './fields.js';
import { isOn, isRead, type Mode, propertiesOf } from './mode.js';
import type { WordFile } from './word-file.js';

/** A stretch of a paragraph as the file has it: tabs and line feeds are still there. */
export interface Token extends FieldLook {
  text: string;
  bold?: boolean;
  italic?: boolean;
  language?: string;
  /** A note whose mark stands here. */
  note?: XmlElement;
}

export interface Inline {
  tokens: Token[];
  pictures: Picture[];
  /** Text boxes that hang on the paragraph. */
  boxes: XmlElement[];
  /** By which others refer to the paragraph. */
  keys: string[];
}

type Look = Omit<Token, 'text' | 'note'>;

/** What stands in a paragraph, in its order. `links` are those of the part it stands in. */
export function inlineOf(
  paragraph: XmlElement,
  file: WordFile,
  mode: Mode,
  links: Map<string, string> = file.from.links,
): Inline {
  const reader = new InlineReader(file, mode, links);
  reader.read(paragraph, {});
  return reader;
}

class InlineReader implements Inline {
  readonly tokens: Token[] = [];
  readonly pictures: Picture[] = [];
  readonly boxes: XmlElement[] = [];
  readonly keys: string[] = [];
  private readonly fields: Field[] = [];

  constructor(
    private readonly file: WordFile,
    private readonly mode: Mode,
    private readonly links: Map<string, string>,
  ) {}

  read(of: XmlElement, look: Look): void {
    for (const one of of.children) {
      if (typeof one === 'string') this.string(of, one, look);
      else if (isRead(one, this.mode)) this.element(one, look);
    }
  }

  private string(of: XmlElement, text: string, look: Look): void {
    const field = this.fields.at(-1);
    if (of.name === 'instrText') {
      if (field && !field.isShown && field.instruction.length < 2000) field.instruction += text;
    } else this.write(text.replace(/[\n\r]/g, ' '), look);
  }

  private write(text: string, look: Look): void {
    const fields = this.fields.map(fieldLook);
    if (fields.includes('page')) return;
    if (text !== '') this.tokens.push(Object.assign({ ...look, text }, ...fields) as Token);
  }

  private element(one: XmlElement, look: Look): void {
    switch (one.name) {
      case 'r':
        return this.run(one, look);
      case 'tab':
      case 'ptab':
        return this.write('\t', look);
      case 'br':
        if (attribute(one, 'type') !== 'page') this.write('\n', look);
        return;
      case 'cr':
        return this.write('\n', look);
      case 'noBreakHyphen':
        return this.write('\u2011', look);
      case 'sym':
        return this.write(
          symbol(attribute(one, 'font') ?? '', Number.parseInt(attribute(one, 'char') ?? '', 16)),
          look,
        );
      case 'footnoteReference':
      case 'endnoteReference': {
        const note = this.file.note(one);
        if (note) this.tokens.push({ ...look, text: '', note });
        return;
      }
      case 'fldChar':
        return this.fieldMark(attribute(one, 'fldCharType'));
      case 'fldSimple':
        this.fields.push({ instruction: attribute(one, 'instr') ?? '', isShown: true });
        this.read(one, look);
        this.fields.pop();
        return;
      case 'hyperlink':
        return this.read(one, { ...look, ...this.linkOf(one) });
      case 'bookmarkStart': {
        const key = keyOfBookmark(attribute(one, 'name') ?? '');
        if (key) this.keys.push(key);
        return;
      }
      case 'AlternateContent':
        return this.read(chosen(one), look);
      case 'p':
      case 'tbl':
        this.boxes.push(one);
        return;
      case 'drawing':
      case 'pict':
      case 'object':
        return this.drawing(one);
      default:
        this.read(one, look);
    }
  }

  private run(one: XmlElement, look: Look): void {
    const own = propertiesOf(one, 'rPr', this.mode);
    const style = this.file.characterStyle(own);
    const isSet = (...names: string[]) =>
      names.some((name) => isOn(own, name) || (!child(own, name) && isOn(style, name)));
    const before = this.tokens.length;
    this.read(one, {
      ...look,
      ...(isSet('b', 'bCs') && { bold: true }),
      ...(isSet('i', 'iCs') && { italic: true }),
    });
    const font = attribute(child(own, 'rFonts') ?? NOTHING, 'ascii') ?? '';
    for (const token of this.tokens.slice(before)) {
      token.text = textInFont(font, token.text);
      const language = this.languageOf(own, token.text);
      if (language) token.language = language;
    }
  }

  /** Word keeps a language for each kind of script, and says it of text that has none of them. */
  private languageOf(properties: XmlElement | undefined, text: string): string | undefined {
    const lang = child(properties, 'lang');
    if (!lang) return undefined;
    const of = (name: string) => attribute(lang, name) || undefined;
    const own = isOn(properties, 'rtl') ? of('bidi') : EAST_ASIAN.test(text) ? of('eastAsia') : of('val');
    const any =
      own ?? (/\p{L}/u.test(text) && of('bidi') ? undefined : (of('val') ?? of('bidi') ?? of('eastAsia')));
    const tag = languageTag(plainLanguage(any ?? ''));
    return tag && baseOf(tag) !== baseOf(this.file.language) ? tag : undefined;
  }

  private linkOf(one: XmlElement): { link?: string } {
    const anchor = attribute(one, 'anchor');
    const target = this.links.get(attribute(one, 'id') ?? '');
    const link = safeLink(target && anchor ? `${target}#${anchor}` : target);
    return link ? { link } : {};
  }

  private fieldMark(type: string | null): void {
    if (type === 'begin' && this.fields.length < DEEPEST_FIELD)
      this.fields.push({ instruction: '', isShown: false });
    else if (type === 'end') this.fields.pop();
    else if (this.fields.length > 0) this.fields.at(-1)!.isShown = true;
  }

  private drawing(one: XmlElement): void {
    const boxes = [...outermost(one, 'txbxContent')];
    this.boxes.push(...boxes);
    if (boxes.length > 0 || within(one, ...PICTURES).next().done) return;
    const picture = this.file.picture(one);
    if (picture) this.pictures.push(picture);
  }
}

const EAST_ASIAN = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;
const baseOf = (tag: string) => tag.toLowerCase().split('-')[0];
