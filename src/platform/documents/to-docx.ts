import { Document as WordFile, Packer, type EstimatedPageNumbers } from 'docx';
import type { Document } from './document.js';
import { prepare } from './prepare.js';
import { type Prepared } from './prepared.js';
import { textsOf } from './to-text.js';
import { WordBlocks } from './word/blocks.js';
import { contentsOf, hasContents, headingBookmark, headingsOf } from './word/contents.js';
import { wordNumbering } from './word/numbering.js';
import { coreProperties, dateEntries } from './word/package.js';
import { pageNumbersOf } from './word/page-numbers.js';
import { pageOf } from './word/page.js';
import { wordStyles } from './word/styles.js';
import { WordText } from './word/text.js';
import { coverOf } from './word/cover.js';
import { footerOf, headerOf } from './word/footer.js';
import { Bookmarks } from './word/bookmarks.js';
import { FRONT } from './word/names.js';
import { notesOf } from './word/notes.js';

/**
 * The document as a Word file that Word can go on working with: styles, automatic numbers, footnotes, contents. The
 * page numbers in the contents are worked out here, at any length, so that every reader shows them and Word does not
 * ask. `layOut: false` leaves them to Word, which takes a twentieth of the time.
 */
export async function toDocx(document: Document, { layOut = true } = {}): Promise<Buffer> {
  const prepared = prepare(document);
  const packed = await pack(prepared);
  const isNumbered = layOut && hasContents(prepared);
  const pages = isNumbered ? await pageNumbersOf(packed, lengthOf(prepared)) : undefined;
  const complete =
    pages && headingsOf(prepared).every(({ anchor }) => pages.bookmarks.has(headingBookmark(anchor)));
  return dateEntries(complete ? await pack(prepared, pages) : packed, prepared.created);
}

const pack = (document: Prepared, pages?: EstimatedPageNumbers) =>
  Packer.toBuffer(wordFile(document, pages), undefined, [coreProperties(document)]);

const lengthOf = (document: Prepared) => textsOf(document).reduce((sum, text) => sum + text.length, 0);

function wordFile(document: Prepared, pages?: EstimatedPageNumbers): WordFile {
  const text = new WordText(document);
  const bookmarks = new Bookmarks();
  const contents = contentsOf(document, text, pages !== undefined);
  const front = bookmarks.around(FRONT, [...coverOf(document, text), ...contents]);
  const blocks = new WordBlocks(document, text, bookmarks, contents.length > 0);
  const header = headerOf(document, text);
  const footer = footerOf(document, text);
  return new WordFile({
    title: document.title,
    ...(pages && { pageNumbers: () => pages }),
    styles: wordStyles(document),
    numbering: wordNumbering(document),
    footnotes: notesOf(document, text),
    sections: [
      {
        properties: { page: pageOf(document), ...(header && { titlePage: true }) },
        ...(header && { headers: { default: header } }),
        // The first page is one of its own only where it has no header.
        footers: header ? { default: footer, first: footerOf(document, text) } : { default: footer },
        children: [...front, ...blocks.all()],
      },
    ],
  });
}
