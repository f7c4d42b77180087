import { attribute, childrenOf, within, type XmlElement } from '../read-word/xml.js';
import { FRONT, unitOfBookmark } from '../word/names.js';

/** Paragraphs and tables that follow each other and belong to one unit, or to none. */
export interface Segment {
  unit: string | null;
  elements: XmlElement[];
  /** Whether a mark of the unit begins in it; else it is where an earlier one goes on. */
  isMarked: boolean;
}

/** What stands before the text and is no unit's. */
const BEFORE = Symbol('front');
type Name = string | typeof BEFORE;

const WRAPPERS = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag', 'ins', 'del', 'moveTo', 'moveFrom']);
const CONTENT = new Set([
  't',
  'delText',
  'tab',
  'drawing',
  'pict',
  'object',
  'footnoteReference',
  'fldChar',
  'sym',
]);

/**
 * The body by units. Programs tear a bookmark in pieces, begin it twice, or end it in the paragraph after: a paragraph
 * belongs to the unit that is open at its first word, else to the one that begins in it; what stands between two pieces
 * of one unit is that unit's.
 */
export function segmentsOf(body: XmlElement): { front: XmlElement[]; segments: Segment[] } {
  const marks = new Marks(body);
  const found = [...blocksOf(body, marks)];
  const end = found.findLastIndex(({ name }) => name === BEFORE);
  const isFront = ({ name }: Found, index: number) => index <= end && typeof name !== 'string';
  const front = found.filter(isFront).map(({ element }) => element);
  const text = found.filter((one, index) => !isFront(one, index));
  const segments: Segment[] = [];
  for (const { name, element, isMarked } of text) {
    const unit = name as string | null;
    const last = segments.at(-1);
    if (last?.unit === unit) {
      last.elements.push(element);
      last.isMarked ||= isMarked;
      continue;
    }
    const before = segments.at(-2);
    if (last?.unit === null && before && before.unit === unit) {
      segments.pop();
      before.elements.push(...last.elements, element);
      continue;
    }
    segments.push({ unit, elements: [element], isMarked });
  }
  return { front, segments };
}

interface Found {
  name: Name | null;
  element: XmlElement;
  isMarked: boolean;
}

function* blocksOf(of: XmlElement, marks: Marks): Generator<Found> {
  for (const element of childrenOf(of)) {
    if (element.name === 'sectPr') continue;
    if (element.name === 'bookmarkStart') marks.start(element);
    else if (element.name === 'bookmarkEnd') marks.end(element);
    // A change that spans paragraphs stays around each of them; a wrapper of fields says nothing of them.
    else if (WRAPPERS.has(element.name) && within(element, 'p').next().done === false)
      for (const inner of blocksOf(element, marks))
        yield { ...inner, element: wrapped(element, inner.element) };
    else yield marks.over(element);
  }
}

const wrapped = (by: XmlElement, element: XmlElement): XmlElement =>
  /^(ins|del|move)/.test(by.name) ? { ...by, children: [element] } : element;

/** The bookmarks of units that are open at a place. */
class Marks {
  private readonly open = new Map<string, Name>();
  private readonly ended: Set<string>;

  constructor(body: XmlElement) {
    this.ended = new Set([...within(body, 'bookmarkEnd')].map((one) => attribute(one, 'id') ?? ''));
  }

  start(mark: XmlElement): Name | undefined {
    const name = nameOf(attribute(mark, 'name') ?? '');
    const id = attribute(mark, 'id') ?? '';
    if (name !== undefined && this.ended.has(id)) this.open.set(id, name);
    return name;
  }

  end(mark: XmlElement): void {
    const name = this.open.get(attribute(mark, 'id') ?? '');
    if (name === undefined) return;
    for (const [id, other] of this.open) if (other === name) this.open.delete(id);
  }

  /** Goes over a paragraph or table and says whose it is. */
  over(element: XmlElement): Found {
    const before = this.current();
    let atContent: Name | null | undefined;
    let begun: Name | undefined;
    let isMarked = false;
    const walk = (of: XmlElement) => {
      for (const one of childrenOf(of)) {
        if (one.name === 'bookmarkStart') {
          const name = this.start(one);
          begun ??= name;
          isMarked ||= name !== undefined;
        } else if (one.name === 'bookmarkEnd') this.end(one);
        else if (atContent === undefined && CONTENT.has(one.name)) atContent = this.current();
        walk(one);
      }
    };
    walk(element);
    const name = atContent ?? begun ?? (atContent === undefined ? before : null);
    return { name, element, isMarked };
  }

  /** The one that began last: a unit may have been moved into another. */
  private current(): Name | null {
    return [...this.open.values()].at(-1) ?? null;
  }
}

const nameOf = (bookmark: string): Name | undefined =>
  bookmark === FRONT ? BEFORE : unitOfBookmark(bookmark);
