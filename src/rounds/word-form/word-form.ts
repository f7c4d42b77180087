import {
  Bookmark,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { hasMarkup } from '../../platform/documents/markup/text-block.js';
import { directionOf } from '../../platform/i18n/i18n.js';
import { BoxBlocks } from './box-blocks.js';
import { type FormQuestion, type FormWords, printedTitle } from './form-words.js';
import { wordKey } from './word-key.js';

/**
 * The form as a Word file: for each question one table with its key, what was said last time, and a box. The key
 * stands as text in the table, because word processors drop bookmarks and controls when a box is written over.
 */
export async function wordForm(words: FormWords): Promise<Buffer> {
  const rtl = directionOf(words.language) === 'rtl';
  const way = rtl ? { bidirectional: true } : {};
  const run = (text: string, more: object = {}) => new TextRun({ text, rightToLeft: rtl, ...more });
  const lines = (text: string, more: object = {}) =>
    text.split('\n').map((line) => new Paragraph({ ...way, children: [run(line, more)] }));
  const quiet = { color: '595E63', size: 18 };
  const boxes = new BoxBlocks(rtl);
  const cell = (children: (Paragraph | Table)[], fill?: string) =>
    new TableCell({ children, ...(fill && { shading: { fill } }), margins: MARGINS });
  const tableOf = ({ answerId, title, hint, last, now }: FormQuestion, index: number) => {
    const key = wordKey(answerId);
    const head = [
      new Paragraph({ ...way, children: [run(printedTitle(index, title), { bold: true })] }),
      ...(hint ? lines(hint, quiet) : []),
      new Paragraph({ ...way, children: [run(key, { ...quiet, size: 14 })] }),
    ];
    const before = last ? [...lines(words.lastLabel, quiet), ...lines(last)] : [];
    const isMarked = now !== null && hasMarkup(now);
    const box = isMarked
      ? boxes.of(now)
      : [
          new Paragraph({
            ...way,
            children: [
              new Bookmark({ id: `answer_${key.slice(1)}`, children: [run(now?.split('\n')[0] ?? '')] }),
            ],
          }),
          ...(now ?? '')
            .split('\n')
            .slice(1)
            .flatMap((line) => lines(line)),
        ];
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      ...(rtl && { visuallyRightToLeft: true }),
      rows: [
        new TableRow({ cantSplit: true, children: [cell(head, 'EEF3F3')] }),
        ...(before.length > 0 ? [new TableRow({ children: [cell(before)] })] : []),
        new TableRow({ children: [cell(lines(words.boxLabel, quiet), 'F7F7F4')] }),
        new TableRow({ height: { value: 1200, rule: 'atLeast' }, children: [cell(box)] }),
      ],
    });
  };
  const tables = words.questions.flatMap((question, index) => [new Paragraph(''), tableOf(question, index)]);
  const document = new Document({
    title: words.title,
    numbering: boxes.numbering(),
    footnotes: boxes.footnotes,
    sections: [
      {
        children: [
          new Paragraph({ ...way, heading: HeadingLevel.TITLE, children: [run(words.title)] }),
          new Paragraph({ ...way, children: [run(words.who, { bold: true })] }),
          ...[words.reason, words.until, ...words.how].flatMap((text) => (text ? lines(text) : [])),
          ...tables,
          new Paragraph(''),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const MARGINS = { top: 80, bottom: 80, left: 120, right: 120 };
