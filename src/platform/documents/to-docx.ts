import { Document as WordFile, Packer, type EstimatedPageNumbers } from 'docx';
import type { Document } from './document.js';
import { prepare } from './prepare.js';
import { type Prepared } from './prepared.js';
import { textsOf } from './to-text.js';
import { WordBlocks } from './word/blocks.js';
import { contentsOf, hasContents, headingsOf } from './word/contents.js';
import { wordNumbering } from './word/numbering.js';
import { coreProperties, dateEntries } from './word/package.js';
import { pageNumbersOf } from './word/page-numbers.js';
import { PAGE } from './word/page.js';
import { wordStyles } from './word/styles.js';
import { WordText } from './word/text.js';
import { coverOf } from './word/cover.js';
import { footerOf } from './word/footer.js';
import { notesOf } from './word/notes.js';

/** Characters up to which pages are counted, some 12,000 words: the longest submission is allowed 10,700. */
const LENGTH_TO_LAY_OUT = 80_000;

/**
 * The document as a Word file that Word can go on working with: styles, automatic numbers, footnotes, contents. The
 * page numbers in the contents are worked out here where the document is short, so that every reader shows them and
 * Word does not ask; a long document asks Word to fill them in. `layOut: false` leaves them to Word always.
 */
export async function toDocx(document: Document, { layOut = true } = {}): Promise<Buffer> {
  const prepared = prepare(document);
  const packed = await pack(prepared);
  const numbered = layOut && hasContents(prepared) && lengthOf(prepared) <= LENGTH_TO_LAY_OUT;
  const pages = numbered ? await pageNumbersOf(packed) : undefined;
  const complete = pages?.bookmarks.size === headingsOf(prepared).length;
  return dateEntries(complete ? await pack(prepared, pages) : packed, prepared.created);
}

const pack = (document: Prepared, pages?: EstimatedPageNumbers) =>
  Packer.toBuffer(wordFile(document, pages), undefined, [coreProperties(document)]);

const lengthOf = (document: Prepared) => textsOf(document).reduce((sum, text) => sum + text.length, 0);

function wordFile(document: Prepared, pages?: EstimatedPageNumbers): WordFile {
  const text = new WordText(document.direction);
  const contents = contentsOf(document, text, pages !== undefined);
  const blocks = new WordBlocks(document, text, contents.length > 0);
  return new WordFile({
    title: document.title,
    ...(pages && { pageNumbers: () => pages }),
    styles: wordStyles(document),
    numbering: wordNumbering(document),
    footnotes: notesOf(document, text),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.margin,
              bottom: PAGE.margin,
              left: PAGE.margin,
              right: PAGE.margin,
              footer: 700,
            },
          },
        },
        footers: { default: footerOf(document, text) },
        children: [...coverOf(document, text), ...contents, ...blocks.all()],
      },
    ],
  });
}
