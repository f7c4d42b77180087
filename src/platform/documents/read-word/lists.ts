import { attribute, child, childrenOf, value, type XmlElement } from './xml.js';

/** Deeper than this no list of Word goes. */
const DEEPEST = 8;

export const depthOf = (level: number): number =>
  Number.isInteger(level) ? Math.min(Math.max(level, 0), DEEPEST) : 0;

/** The lists of a file and what they are made from, by their ids. */
export function listsIn(numbering: XmlElement | undefined) {
  const definitions = new Map<string, XmlElement>();
  const lists = new Map<string, XmlElement>();
  for (const one of numbering ? childrenOf(numbering) : []) {
    if (one.name === 'abstractNum') definitions.set(attribute(one, 'abstractNumId') ?? '', one);
    if (one.name === 'num') lists.set(attribute(one, 'numId') ?? '', one);
  }
  return { definitions, lists };
}

/** A list and a level as a paragraph says, else its style and those it is made from: `style` is the one that did. */
export function listNamed(properties: XmlElement | undefined, styles: ReadonlyMap<string, XmlElement>) {
  const seen = new Set<string>();
  let list: string | null = null;
  let level: string | null = null;
  let named: string | null = null;
  for (let from = properties, style = value(properties, 'pStyle'); ;) {
    const own = child(from, 'numPr');
    level ??= value(own, 'ilvl');
    list ??= value(own, 'numId');
    if (list !== null || style === null || seen.has(style)) break;
    seen.add(style);
    named = style;
    const definition = styles.get(style);
    from = child(definition, 'pPr');
    style = value(definition, 'basedOn');
  }
  return { list, level, style: named };
}
