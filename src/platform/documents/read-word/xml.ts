/** An element by its name without prefix: programs that rewrite a file choose prefixes of their own. */
export interface XmlElement {
  name: string;
  /** As written; see `attribute`. */
  attributes: string;
  children: (XmlElement | string)[];
}

/**
 * A name is read whole, no `<` stands in an attribute, and a tag has an end: a file made to that purpose would else
 * have each piece of it read again and again.
 */
const TOKEN = /<(\/?)([A-Za-z_][\w:.-]*)(?![\w:.-])((?:[^<>"']|"[^"<]*"|'[^'<]*'){0,20000}?)(\/?)>|([^<]+)/y;
/** Elements whose text is text. What stands between the others are line ends and spaces of the file. */
const TEXT = new Set(['t', 'instrText', 'delText']);
const DEEPEST = 250;
const BREAKS = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

/**
 * XML as a tree. It knows no declarations, so that no entity but the five of XML means anything. Damaged XML gives a
 * smaller tree, never an error; what lies deeper than a document goes is laid flat.
 */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: '', children: [] };
  const open = [root];
  let beyond = 0;
  let at = 0;
  const write = (text: string) => {
    const last = open.at(-1)!;
    if (TEXT.has(last.name)) last.children.push(text);
  };
  while (at < xml.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(xml);
    if (!token) {
      const mark = BREAKS.find(([begin]) => xml.startsWith(begin, at));
      const end = mark ? xml.indexOf(mark[1], at + mark[0].length) : at;
      // Without an end it is the rest of the file.
      if (end < 0) break;
      if (mark?.[0] === '<![CDATA[') write(xml.slice(at + mark[0].length, end));
      at = end + (mark?.[1].length ?? 1);
      continue;
    }
    at = TOKEN.lastIndex;
    const [, closing, full, attributes = '', empty, text] = token;
    if (text !== undefined) {
      write(decoded(text));
      continue;
    }
    const name = full!.slice(full!.indexOf(':') + 1);
    // In text there are no elements, so that none is left open in there.
    const inText = TEXT.has(open.at(-1)!.name);
    if (inText) open.pop();
    if (closing) {
      if (inText && TEXT.has(name)) continue;
      const opened = beyond > 0 ? 0 : open.findLastIndex((element) => element.name === name);
      if (opened > 0) open.length = opened;
      else if (beyond > 0) beyond -= 1;
      continue;
    }
    const element = { name, attributes, children: [] };
    open.at(-1)!.children.push(element);
    if (empty) continue;
    if (open.length < DEEPEST || TEXT.has(name)) open.push(element);
    else beyond += 1;
  }
  return root;
}

/** An attribute's value by its name without prefix. */
export function attribute({ attributes }: XmlElement, name: string): string | null {
  for (const [, found, double, single] of attributes.matchAll(ATTRIBUTE))
    if (found === name) return decoded(double ?? single ?? '');
  return null;
}
const ATTRIBUTE = /(?:^|\s)(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export const childrenOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => typeof child !== 'string');

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && childrenOf(element).find((one) => one.name === name);

/** The value of a child that is nothing but a value: `<w:numId w:val="3"/>`. */
export const value = (element: XmlElement | undefined, name: string): string | null => {
  const found = child(element, name);
  return found ? attribute(found, 'val') : null;
};

/** All elements of these names, however deep, in the order they stand. */
export function* within(element: XmlElement, ...names: string[]): Generator<XmlElement> {
  for (const one of childrenOf(element)) {
    if (names.includes(one.name)) yield one;
    yield* within(one, ...names);
  }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string) =>
  text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
