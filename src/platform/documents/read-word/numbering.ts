import { attribute, child, childrenOf, value, type XmlElement } from './xml.js';
import { depthOf, listNamed, listsIn } from './lists.js';
import { formatNumber } from './number-formats.js';

interface Level {
  start: number;
  format: string;
  /** `%1.%2)`: the numbers of this level and those above, with what stands between. */
  text: string;
  style: string | null;
}
interface ListPosition {
  list: string;
  level: number;
}

/** What Word computes and no file holds: numbers and bullets before paragraphs, counted in the order of the text. */
export class Numbering {
  private readonly abstracts: ReadonlyMap<string, XmlElement>;
  private readonly lists: ReadonlyMap<string, XmlElement>;
  private readonly styles = new Map<string, XmlElement>();
  /** How far each list has counted, by level. */
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    ({ definitions: this.abstracts, lists: this.lists } = listsIn(numbering));
    for (const one of styles ? childrenOf(styles) : [])
      if (one.name === 'style') this.styles.set(attribute(one, 'styleId') ?? '', one);
  }

  /** What stands before a paragraph with these properties, indented by its level: `1. `, `(a) `, `- `. */
  marker(properties: XmlElement | undefined): string {
    const position = this.position(properties);
    const list = position && this.lists.get(position.list);
    if (!list) return '';
    const abstract = this.abstractOf(list);
    const level = this.level(list, abstract, position.level);
    if (!level) return '';
    const key = value(list, 'abstractNumId') ?? position.list;
    this.count(position, list, abstract, key);
    const indent = '  '.repeat(position.level);
    if (level.format === 'bullet') return `${indent}- `;
    const counts = this.counts.get(key)!;
    const shown = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const other = this.level(list, abstract, index);
      return formatNumber(counts[index] ?? other?.start ?? 1, other?.format ?? 'decimal');
    });
    return shown.trim() ? `${indent}${shown.trim()} ` : '';
  }

  private count(
    { list: id, level }: ListPosition,
    list: XmlElement,
    abstract: XmlElement | undefined,
    key: string,
  ) {
    const counts = this.counts.get(key) ?? [];
    this.counts.set(key, counts);
    if (!this.begun.has(id)) {
      this.begun.add(id);
      // A list that says where it begins counts anew; else lists of one kind count on.
      for (const override of childrenOf(list).filter(({ name }) => name === 'lvlOverride'))
        if (child(override, 'startOverride')) counts.length = Math.min(counts.length, levelOf(override));
    }
    const start = this.level(list, abstract, level)!.start;
    counts[level] = counts[level] === undefined ? start : counts[level] + 1;
    counts.length = level + 1;
  }

  private level(list: XmlElement, abstract: XmlElement | undefined, level: number): Level | null {
    const override = childrenOf(list).find(
      ({ name, ...one }) => name === 'lvlOverride' && levelOf({ name, ...one }) === level,
    );
    const own = child(override, 'lvl') ?? levels(abstract).find((one) => levelOf(one) === level);
    if (!own) return null;
    const start = Number(value(override, 'startOverride') ?? value(own, 'start') ?? 1);
    return {
      start: Number.isInteger(start) ? start : 1,
      format: value(own, 'numFmt') ?? 'decimal',
      text: (value(own, 'lvlText') ?? '').slice(0, 50),
      style: value(own, 'pStyle'),
    };
  }

  /** A list may stand for a style of lists, which says by its own list what it looks like. */
  private abstractOf(list: XmlElement): XmlElement | undefined {
    const abstract = this.abstracts.get(value(list, 'abstractNumId') ?? '');
    const link = value(abstract, 'numStyleLink');
    if (link === null) return abstract;
    const linked = value(child(child(this.styles.get(link), 'pPr'), 'numPr'), 'numId');
    return this.abstracts.get(value(this.lists.get(linked ?? ''), 'abstractNumId') ?? '') ?? abstract;
  }

  /** Of the paragraph itself, else of its style and those it is made from. */
  private position(properties: XmlElement | undefined): ListPosition | null {
    const { list, level, style: named } = listNamed(properties, this.styles);
    if (list === null) return null;
    const ofStyle =
      named === null
        ? -1
        : levels(this.abstractOf(this.lists.get(list) ?? EMPTY)).findIndex(
            (one) => value(one, 'pStyle') === named,
          );
    const index = level === null ? Math.max(0, ofStyle) : Number(level);
    return { list, level: depthOf(index) };
  }
}

const EMPTY: XmlElement = { name: '', attributes: '', children: [] };
const levels = (abstract: XmlElement | undefined) =>
  abstract ? childrenOf(abstract).filter(({ name }) => name === 'lvl') : [];
const levelOf = (element: XmlElement) => Number(attribute(element, 'ilvl') ?? 0);
