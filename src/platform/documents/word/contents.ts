import { InternalHyperlink, PageReference, Paragraph, Run, Tab, type FileChild } from 'docx';
import type { PreparedHeading, Prepared } from '../prepared.js';
import { fieldEnd, fieldStart } from './fields.js';
import { way } from './page.js';
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
  const headings = headingsOf(document);
  const entries = headings.map(({ level, lead, text: words, anchor }, index) => {
    const entry = new InternalHyperlink({
      anchor: headingBookmark(anchor),
      children: [
        ...text.plain(lead ? `${lead}\t${words}` : words),
        new Run({ children: [new Tab()] }),
        new PageReference(headingBookmark(anchor), { hyperlink: true }),
      ],
    });
    return new Paragraph({
      style: `TOC${level}`,
      ...way(document),
      children: [
        ...(index === 0 ? fieldStart('TOC \\o "1-3" \\h \\z \\w', !pagesKnown) : []),
        entry,
        ...(index === headings.length - 1 ? [fieldEnd()] : []),
      ],
    });
  });
  const heading = text.plain(document.contents ?? '');
  return [new Paragraph({ style: 'ContentsHeading', ...way(document), children: heading }), ...entries];
}

/**
 * What a heading stands between so that the table of contents finds its page. Word takes names that begin like this for
 * its own and makes new ones when it updates the table.
 */
export const headingBookmark = (anchor: string) => `_Toc${anchor.replace(/\D/g, '').padStart(6, '0')}`;
