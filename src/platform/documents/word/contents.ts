import {
  BookmarkEnd,
  BookmarkStart,
  InternalHyperlink,
  PageReference,
  Paragraph,
  Run,
  Tab,
  XmlComponent,
  type FileChild,
  type ParagraphChild,
} from 'docx';
import type { PreparedHeading, Prepared } from '../prepared.js';
import type { WordText } from './text.js';

/** What a table of contents lists. */
export const headingsOf = ({ blocks }: Prepared) =>
  blocks.filter((block): block is PreparedHeading => block.type === 'heading');

/** Whether the document asks for a table of contents and has something to put in it. */
export const hasContents = (document: Prepared) =>
  document.contents !== undefined && headingsOf(document).length > 0;

/**
 * The table of contents as a field that Word can bring up to date. The library's own takes its bookmarks from a counter
 * that runs on from file to file, so that no file would come out the same twice.
 */
export function contentsOf(document: Prepared, text: WordText, pagesKnown: boolean): FileChild[] {
  if (!hasContents(document)) return [];
  const { contents = '', direction } = document;
  const headings = headingsOf(document);
  const way = direction === 'rtl' ? { bidirectional: true } : {};
  const entries = headings.map(({ level, lead, text: words, anchor }, index) => {
    const title = lead ? `${lead}\t${words}` : words;
    const entry = new InternalHyperlink({
      anchor: bookmark(anchor),
      children: [
        ...text.plain(title),
        new Run({ children: [new Tab()] }),
        new PageReference(bookmark(anchor), { hyperlink: true }),
      ],
    });
    return new Paragraph({
      style: `TOC${level}`,
      ...way,
      children: [
        ...(index === 0 ? opening(pagesKnown) : []),
        entry,
        ...(index === headings.length - 1 ? closing() : []),
      ],
    });
  });
  return [new Paragraph({ style: 'ContentsHeading', ...way, children: text.plain(contents) }), ...entries];
}

/** What a heading stands between so that the table of contents finds its page. */
export function bookmarked(anchor: string, children: ParagraphChild[]): ParagraphChild[] {
  const id = numberOf(anchor);
  const [start, end] = [new BookmarkStart(bookmark(anchor), id), new BookmarkEnd(id)];
  // The types allow only whole bookmarks here, and those have ids from the counter.
  return [start as unknown as ParagraphChild, ...children, end as unknown as ParagraphChild];
}

// Word takes names that begin like this for its own and makes new ones when it updates the table.
const bookmark = (anchor: string) => `_Toc${String(numberOf(anchor)).padStart(6, '0')}`;
const numberOf = (anchor: string) => Number(anchor.replace(/\D/g, ''));

const opening = (pagesKnown: boolean) => [
  new Run({
    children: [
      new FieldMark('begin', !pagesKnown),
      new Instruction('TOC \\o "1-3" \\h \\z \\w'),
      new FieldMark('separate'),
    ],
  }),
];
const closing = () => [new Run({ children: [new FieldMark('end')] })];

class FieldMark extends XmlComponent {
  constructor(type: 'begin' | 'separate' | 'end', outdated = false) {
    super('w:fldChar');
    this.root.push({ _attr: { 'w:fldCharType': type, ...(outdated && { 'w:dirty': 'true' }) } });
  }
}

class Instruction extends XmlComponent {
  constructor(text: string) {
    super('w:instrText');
    this.root.push({ _attr: { 'xml:space': 'preserve' } }, text);
  }
}
