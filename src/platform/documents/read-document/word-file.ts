import { languageTag } from '../clean.js';
import type { Direction, Picture } from '../document.js';
import type { WordPackage } from '../read-word/package.js';
import { attribute, child, childrenOf, value, within, type XmlElement } from '../read-word/xml.js';
import { plainLanguage } from '../word/page.js';
import { isOn } from './mode.js';
import { ListDefinitions } from './list-definitions.js';
import { pictureFrom } from './pictures.js';

/** What a document is read with: its styles, lists, notes, links and pictures. */
export class WordFile {
  readonly language: string;
  readonly direction: Direction;
  readonly lists: ListDefinitions;
  readonly noteLinks: Map<string, string>;
  /** Pictures that are no PNG, charts and embedded files. */
  skipped = 0;
  private readonly styles = new Map<string, XmlElement>();
  private readonly notes = new Map<string, XmlElement>();

  constructor(readonly from: WordPackage) {
    const styles = from.parts('styles')[0];
    for (const one of styles ? childrenOf(styles) : [])
      if (one.name === 'style') this.styles.set(attribute(one, 'styleId') ?? '', one);
    for (const kind of ['footnote', 'endnote'])
      for (const part of from.parts(`${kind}s`))
        for (const note of within(part, kind)) this.notes.set(`${kind} ${attribute(note, 'id')}`, note);
    this.noteLinks = from.linksOf('footnotes');
    this.lists = new ListDefinitions(from.parts('numbering')[0], this.styles);
    const normal = [...this.styles.values()].find((style) => isDefault(style));
    this.direction = isOn(child(normal, 'pPr'), 'bidi') ? 'rtl' : 'ltr';
    this.language = this.mainLanguage(styles);
  }

  note(reference: XmlElement): XmlElement | undefined {
    return this.notes.get(`${reference.name.replace('Reference', '')} ${attribute(reference, 'id')}`);
  }

  /** The name of a paragraph's style, in small letters without spaces, in one of those that are known if it is made from one. */
  styleOf(properties: XmlElement | undefined): string {
    const seen = new Set<string>();
    let first = '';
    for (let id = value(properties, 'pStyle'); id !== null && !seen.has(id);) {
      seen.add(id);
      const style = this.styles.get(id);
      const name = (value(style, 'name') ?? id).toLowerCase().replace(/[\s_-]/g, '');
      if (KNOWN.test(name)) return name;
      first ||= name;
      id = value(style, 'basedOn');
    }
    return first;
  }

  /** What the character style of a run says of it. */
  characterStyle(properties: XmlElement | undefined): XmlElement | undefined {
    return child(this.styles.get(value(properties, 'rStyle') ?? ''), 'rPr');
  }

  /** Which way a paragraph runs: as it says, else as its style or one that this is made from does. */
  directionOf(properties: XmlElement | undefined): Direction {
    const seen = new Set<string>();
    for (let from = properties, id = value(properties, 'pStyle'); ;) {
      if (child(from, 'bidi')) return isOn(from, 'bidi') ? 'rtl' : 'ltr';
      if (id === null || seen.has(id)) return this.direction;
      seen.add(id);
      const style = this.styles.get(id);
      from = child(style, 'pPr');
      id = value(style, 'basedOn');
    }
  }

  picture(drawing: XmlElement): Picture | null {
    const found = pictureFrom(drawing, (id) => this.from.picture(id));
    if (found === null) this.skipped += 1;
    return found;
  }

  private mainLanguage(styles: XmlElement | undefined): string {
    const run = child(child(child(styles, 'docDefaults'), 'rPrDefault'), 'rPr');
    const lang = child(run, 'lang');
    const tag = lang && attribute(lang, this.direction === 'rtl' ? 'bidi' : 'val');
    return languageTag(plainLanguage(tag ?? '')) ?? 'und';
  }
}

const isDefault = (style: XmlElement) =>
  attribute(style, 'type') === 'paragraph' && /^(1|true|on)$/.test(attribute(style, 'default') ?? '');

const KNOWN =
  /^(heading[1-9]|title|subtitle|caption|quote|intensequote|note|text|numberedtext|subparagraph|toc[1-9]|tocheading|contentsheading|gap|rule|fact|masthead\w+|table(text|head)|figure(text|head)?|boardgroup|tile(figure)?|legend)$/;
