import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { strToU8 } from 'fflate';
import type { InvalidError } from '../../../src/platform/errors.js';
import { parseWordForm } from '../../../src/rounds/word-form/parse-word-form.js';
import { blankForm, ids, printed } from '../../support/word-forms.js';
import { cell, listed, paragraph, row, run, table, WordFile, written } from '../../support/word-files.js';

let blank: Buffer;
beforeAll(async () => {
  blank = await blankForm();
});

const read = (file: Uint8Array, name = 'form.docx') => parseWordForm(file, name, printed);
const filled = (edit: (file: WordFile) => unknown, main?: string) => {
  const file = new WordFile(blank);
  edit(file);
  return read(file.save(main));
};
const refusal = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return (error as InvalidError).fields;
  }
};
const draw = (inner: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${inner}</w:drawing></mc:Choice><mc:Fallback><w:pict>${inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const PICTURE =
  '<w:r><w:drawing><a:graphic><pic:pic><a:blip r:embed="x"/></pic:pic></a:graphic></w:drawing></w:r>';

describe('the box of a question', () => {
  test.each<[what: string, edit: (file: WordFile) => unknown, text: string]>([
    [
      'a row added with Tab',
      (f) => f.answer(0, written('First')) && f.tables[0]!.rows.push(row(written('Second'))),
      'First\nSecond',
    ],
    [
      'a row added above the box',
      (f) => f.answer(0, written('Below')) && f.tables[0]!.rows.splice(-1, 0, row(written('Above'))),
      'Above\n\nBelow',
    ],
    [
      'a column added beside the box',
      (f) =>
        f.answer(0, written('Left')) &&
        (f.tables[0]!.rows[3] = f.tables[0]!.rows[3]!.replace('</w:tr>', `${cell(written('Right'))}</w:tr>`)),
      'Left\nRight',
    ],
    ['the cell of the label', (f) => f.into(0, 2, written('Under the label')), 'Under the label'],
    [
      'the line of the label',
      (f) =>
        (f.tables[0]!.rows[2] = f.tables[0]!.rows[2]!.replace(
          'Your answer:',
          'Your answer: we trained many',
        )),
      'we trained many',
    ],
    [
      'a box whose label is gone',
      (f) => f.answer(0, written('No label')) && f.tables[0]!.rows.splice(2, 1),
      'No label',
    ],
    [
      'one cell that all were merged into',
      (f) => {
        const inner = f.tables[0]!.rows.map((one) => /<w:tc>.*?<\/w:tcPr>(.*)<\/w:tc>/s.exec(one)![1]).join(
          '',
        );
        f.tables[0]!.rows.splice(0, 4, row(`${inner}${written('Merged')}`));
      },
      'Merged',
    ],
    [
      'last time’s words, taken over into the box',
      (f) => f.answer(0, written('Forty clerks trained.')),
      'Forty clerks trained.',
    ],
    [
      'a copied box',
      (f) => {
        f.answer(0, written('One office'));
        const copy = f.tables[0]!.rows.map((one) => one.replace('One office', 'The other office'));
        f.between[1] += `${f.tables[0]!.head}${copy.join('')}</w:tbl>`;
      },
      'One office\n\nThe other office',
    ],
    [
      'a box that was copied with its words',
      (f) => {
        f.answer(0, written('The same'));
        f.between[3] += `${f.tables[0]!.head}${f.tables[0]!.rows.join('')}</w:tbl>`;
      },
      'The same',
    ],
    [
      'a label and a box copied in the table',
      (f) => {
        f.answer(0, written('One'));
        f.tables[0]!.rows.push(f.tables[0]!.rows[2]!, row(written('Two')));
      },
      'One\n\nTwo',
    ],
    [
      'a table of one’s own',
      (f) => f.answer(0, table(row(written('Year'), written('People')), row(written('2026'), written('40')))),
      '| Year | People |\n| 2026 | 40 |',
    ],
    [
      'a table with lists, bars and notes in its cells',
      (f) =>
        f.answer(
          0,
          table(
            row(written('Year'), written('What')),
            row(
              written('2026') + written('|'),
              listed('One', 1) + paragraph(run('Two') + f.note('footnote', 'n')),
            ),
          ),
          written('After'),
        ),
      '| Year | What |\n| 2026<br>\\| | - One<br>Two[^1] |\nAfter\n\n[^1]: n',
    ],
    [
      'bullets',
      (f) => f.answer(0, listed('First', 1), listed('Deeper', 1, 1), listed('Second', 1)),
      '- First\n  - Deeper\n- Second',
    ],
    [
      'automatic numbers',
      (f) =>
        f.answer(
          0,
          listed('One', 2),
          listed('Part', 2, 1),
          listed('Part', 2, 1),
          listed('Two', 2),
          listed('Part', 2, 1),
        ),
      '1. One\n  a) Part\n  b) Part\n2. Two\n  a) Part',
    ],
    [
      'numbers of several levels',
      (f) => f.answer(0, listed('One', 3), listed('Two', 3), listed('Part', 3, 1)),
      '(I) One\n(II) Two\n  II.1 Part',
    ],
    [
      'footnotes and endnotes',
      (f) =>
        f.answer(
          0,
          paragraph(
            run('Law') +
              f.note('footnote', 'Law 2026/4') +
              run(' and decree') +
              f.note('endnote', 'Decree 7'),
          ),
        ),
      'Law[^1] and decree[^2]\n\n[^1]: Law 2026/4\n[^2]: Decree 7',
    ],
    [
      'hyphens that do not break, and those that may',
      (f) =>
        f.answer(
          0,
          paragraph(
            `<w:r><w:t>17</w:t><w:noBreakHyphen/><w:t>10 co</w:t><w:softHyphen/><w:t>operation</w:t></w:r>`,
          ),
        ),
      '17-10 cooperation',
    ],
    [
      'symbols',
      (f) =>
        f.answer(
          0,
          paragraph(
            `<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${run(' done, ')}<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${run(' 40')}`,
          ),
        ),
      '✓ done, ≥ 40',
    ],
    [
      'text set in a font of symbols',
      (f) => f.answer(0, paragraph(run('ü', '<w:rFonts w:ascii="Wingdings"/>') + run(' done'))),
      '✓ done',
    ],
    [
      'an emoji as Word writes it',
      (f) =>
        f.answer(
          0,
          paragraph(
            `<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:char="1F60A"/></mc:Choice><mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
          ),
        ),
      '😊',
    ],
    [
      'tabs and line breaks',
      (f) =>
        f.answer(
          0,
          paragraph(
            '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>',
          ),
        ),
      'a\tb\nc\nd',
    ],
    [
      'content controls, and not what they show while empty',
      (f) =>
        f.answer(
          0,
          `<w:sdt><w:sdtPr/><w:sdtContent>${written('Written')}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${written('Click here')}</w:sdtContent></w:sdt>`,
        ),
      'Written',
    ],
    [
      'what was added while changes were tracked, and not what was deleted',
      (f) =>
        f.answer(
          0,
          paragraph(
            `<w:ins>${run('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:moveTo>${run(' moved')}</w:moveTo><w:moveFrom>${run(' moved')}</w:moveFrom>`,
          ),
        ),
      'new moved',
    ],
    [
      'a text box, once',
      (f) =>
        f.answer(
          0,
          paragraph(draw(`<wps:txbx><w:txbxContent>${written('In a frame')}</w:txbxContent></wps:txbx>`)),
        ),
      'In a frame',
    ],
    [
      'links, with where they lead',
      (f) => {
        f.relations.push(
          '<Relationship Id="x" Type="http://x/hyperlink" Target="https://example.org/report" TargetMode="External"/>',
        );
        f.answer(
          0,
          paragraph(`<w:hyperlink r:id="x">${run('our report')}</w:hyperlink>`),
          paragraph(`<w:hyperlink r:id="x">${run('example.org/report')}</w:hyperlink>`),
        );
      },
      '[our report](https://example.org/report)\n[example.org/report](https://example.org/report)',
    ],
    [
      'a link as a field',
      (f) =>
        f.answer(
          0,
          paragraph(
            `${run('See ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('here')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('.')}`,
          ),
        ),
      'See [here](https://example.org).',
    ],
    [
      'formulas, smart tags and fields',
      (f) =>
        f.answer(
          0,
          paragraph(
            `<m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath><w:smartTag>${run(' in Dakar ')}</w:smartTag><w:fldSimple w:instr=" DATE ">${run('1 May')}</w:fldSimple>`,
          ),
        ),
      'x=5 in Dakar 1 May',
    ],
    [
      'any language’s signs',
      (f) => f.answer(0, written('été — ñ — ж — تدريب & <b>')),
      'été — ñ — ж — تدريب & <b>',
    ],
  ])('gives back %s', (_, edit, text) => {
    const { boxes, leftovers } = filled(edit);
    expect(boxes[ids[0]!]).toEqual({ status: 'read', text });
    expect(leftovers).toEqual([]);
  });
});

describe('a text that is in no box is left over, with where it was', () => {
  const own = { likely: ids[0] };
  test.each<[what: string, edit: (file: WordFile) => unknown, left: object[]]>([
    [
      'above the tables',
      (f) => (f.between[0] = written('Dear colleagues') + f.between[0]!),
      [{ text: 'Dear colleagues', place: 'before', question: null, likely: null }],
    ],
    [
      'under a table whose box is empty, before one that is not',
      (f) => f.answer(1, written('x')) && (f.between[1] += listed('Under it', 1)),
      [{ text: '- Under it', place: 'under', question: 1, ...own }],
    ],
    [
      'under a table, where it may belong to either',
      (f) => (f.between[1] += written('Whose?')),
      [{ text: 'Whose?', place: 'under', question: 1, likely: null }],
    ],
    [
      'at the end',
      (f) => f.answer(2, written('x')) && (f.between[3] += written('Signed')),
      [{ text: 'Signed', place: 'under', question: 3, likely: null }],
    ],
    [
      'in the head of a question',
      (f) => f.into(0, 0, written('In the head')),
      [{ text: 'In the head', place: 'beside', question: 1, ...own }],
    ],
    [
      'on the line of the title',
      (f) =>
        (f.tables[0]!.rows[0] = f.tables[0]!.rows[0]!.replace('border officials', 'border officials – done')),
      [{ text: '– done', place: 'beside', question: 1, ...own }],
    ],
    [
      'below last time’s words',
      (f) => f.into(0, 1, written('And fifty this year')),
      [{ text: 'And fifty this year', place: 'last', question: 1, likely: null }],
    ],
    [
      'over last time’s words',
      (f) => (f.tables[0]!.rows[1] = f.tables[0]!.rows[1]!.replace('Forty', 'Fifty')),
      [{ text: 'Fifty clerks trained.\nTwo courses held.', place: 'last', question: 1, likely: null }],
    ],
    [
      'in a box without its key',
      (f) => f.withoutKey(0).answer(0, written('Lost key')),
      [{ text: 'Lost key', place: 'box', question: 1, ...own }],
    ],
    [
      'in a box without head',
      (f) => f.answer(1, written('No head')) && f.tables[1]!.rows.shift(),
      [{ text: 'No head', place: 'box', question: 1, likely: null }],
    ],
    [
      'in a box without key, joined to the one before',
      (f) => {
        f.withoutKey(1).answer(1, written('Joined'));
        f.tables[0]!.rows.push(...f.tables[1]!.rows);
        f.tables[1]!.rows.length = 0;
      },
      [{ text: 'Joined', place: 'box', question: 2, likely: ids[1] }],
    ],
    [
      'in a box without head, joined to the one before',
      (f) => {
        f.answer(1, written('Joined'));
        f.tables[0]!.rows.push(...f.tables[1]!.rows.slice(1));
        f.tables[1]!.rows.length = 0;
      },
      [{ text: 'Joined', place: 'box', question: 1, likely: null }],
    ],
    [
      'in a row with two keys',
      (f) => {
        const keys = [0, 1].map((at) => /#[0-9a-f]{12}/.exec(f.tables[at]!.rows[0]!)![0]);
        f.tables.forEach(({ rows }, at) => at < 2 && (rows.length = 0));
        f.between[1] = table(
          row(written(keys[0]!), written(keys[1]!)),
          row(written('Left'), written('Right')),
        );
      },
      [{ text: 'Left\nRight', place: 'box', question: null, likely: null }],
    ],
    [
      'where the tables were made to text',
      (f) => {
        f.between[1] =
          written('1. Training of border officials') +
          written('#000000000000') +
          written('Your answer:') +
          written('As text');
        f.tables[0]!.rows.length = 0;
      },
      [{ text: 'As text', place: 'under', question: 1, ...own }],
    ],
    [
      'in a box of another form, pasted into this one',
      (f) => (f.between[3] += table(row(written('#0123456789ab')), row(written('Another’s')))),
      [{ text: 'Another’s', place: 'other', question: 3, likely: null }],
    ],
    [
      'in a table of one’s own, outside',
      (f) => f.answer(2, written('x')) && (f.between[3] += table(row(written('a'), written('b')))),
      [{ text: 'a\tb', place: 'under', question: 3, likely: null }],
    ],
    [
      'in a text box on the page',
      (f) => (f.between[0] += paragraph(draw(`<w:txbxContent>${written('Floating')}</w:txbxContent>`))),
      [{ text: 'Floating', place: 'before', question: null, likely: null }],
    ],
    [
      'with its footnote',
      (f) => (f.between[0] += paragraph(run('See') + f.note('footnote', 'the law'))),
      [{ text: 'See[^1]\n\n[^1]: the law', place: 'before', question: null, likely: null }],
    ],
    [
      'in a header, without the page’s number',
      (f) => {
        f.relations.push('<Relationship Id="h" Type="http://x/header" Target="header9.xml"/>');
        f.parts['word/header9.xml'] = strToU8(
          `<w:hdr>${written('Ministry')}${paragraph(`<w:fldSimple w:instr="PAGE">${run('7')}</w:fldSimple>`)}</w:hdr>`,
        );
      },
      [{ text: 'Ministry', place: 'margin', question: null, likely: null }],
    ],
  ])('%s', (_, edit, left) => {
    const { boxes, leftovers } = filled(edit);
    expect(leftovers).toEqual(left);
    // Never put into a box without asking.
    expect(JSON.stringify(boxes)).not.toContain((left[0] as { text: string }).text);
  });

  it('is not the form’s own words, where a form had fewer questions and numbered them otherwise', () => {
    const { boxes, leftovers } = filled((f) => {
      f.tables[0]!.rows.length = 0;
      f.tables[1]!.rows[0] = f.tables[1]!.rows[0]!.replace('2. Exchange', '1. Exchange');
      f.withoutKey(2).answer(2, written('y')).tables[2]!.rows[0] = f.tables[2]!.rows[0]!.replace(
        '3. ',
        '2. ',
      );
      f.answer(1, written('x'));
    });
    expect(Object.values(boxes).map(({ text }) => text)).toEqual(['', 'x', '']);
    expect(leftovers).toEqual([{ text: 'y', place: 'box', question: 3, likely: ids[2] }]);
  });

  it('is not the form’s own words, in whatever language and however Word cut them', async () => {
    const arabic = new WordFile(await blankForm('ar'));
    arabic.between[0] = arabic.between[0]!.replace('السنغال', 'السن</w:t></w:r><w:r><w:t>غال').replace(
      '1 أيار',
      '30 حزيران',
    );
    arabic.tables[0]!.rows[0] = arabic.tables[0]!.rows[0]!.replace('تدريب', 'تد\u200fريب').replace(
      '#',
      '#</w:t></w:r><w:r><w:t>',
    );
    expect(read(arabic.answer(0, written('x')).save())).toMatchObject({
      boxes: { [ids[0]!]: { text: 'x' } },
      leftovers: [],
    });
  });
});

describe('what the file says beside its text', () => {
  it('says what became of each question’s box', () => {
    const { boxes } = filled((f) => f.withoutKey(1).answer(0, written('x')));
    expect(Object.values(boxes).map(({ status }) => status)).toEqual([
      'read',
      'notFoundInFile',
      'emptyInFile',
    ]);
  });

  it('finds the main part, and what it names, under other names', () => {
    const { boxes } = filled(
      (f) => f.answer(0, paragraph(run('x') + f.note('footnote', 'y')), listed('z', 2)),
      'word/document2.xml',
    );
    expect(boxes[ids[0]!]!.text).toBe('x[^1]\n1. z\n\n[^1]: y');
    expect(filled((f) => f.answer(0, written('x')), 'content/main.xml').boxes[ids[0]!]!.text).toBe('x');
  });

  it('counts pictures and comments, which are not taken, and tells of struck-out and hidden text and tracked changes', () => {
    const { boxes, notices } = filled((f) => {
      f.answer(
        0,
        paragraph(PICTURE + run('kept', '<w:strike/><w:vanish/>')),
        paragraph(`<w:ins>${run('new')}</w:ins>`),
      );
      f.between[0] += paragraph(PICTURE);
      f.relations.push('<Relationship Id="c" Type="http://x/comments" Target="comments.xml"/>');
      f.parts['word/comments.xml'] = strToU8(
        `<w:comments><w:comment>${written('Really?')}</w:comment></w:comments>`,
      );
    });
    expect(boxes[ids[0]!]!.text).toBe('kept\nnew');
    expect(notices).toEqual({ pictures: 2, comments: 1, struck: true, hidden: true, tracked: true });
  });

  const ole = (stream: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
    ]);
  const odt = Buffer.from(
    `PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.text`,
    'latin1',
  );
  test.each<[what: string, file: Buffer, name: string, message: string, format: string | null]>([
    ['an old Word file', ole('WordDocument'), 'form.doc', 'saveAsDocx', '.doc'],
    ['an old Word file called .docx', ole('WordDocument'), 'form.docx', 'saveAsDocx', '.doc'],
    ['a Word file behind a password', ole('EncryptedPackage'), 'form.docx', 'encrypted', null],
    ['an OpenDocument file called .docx', odt, 'form.docx', 'saveAsDocx', '.odt'],
    ['a rich text file', Buffer.from('{\\rtf1\\ansi words}'), 'form.doc', 'saveAsDocx', '.rtf'],
    ['a PDF', Buffer.from('%PDF-1.7 ...'), 'form.pdf', 'saveAsDocx', '.pdf'],
    [
      'a web page that Word saved',
      Buffer.from('\ufeff<html xmlns:w="x">'),
      'form.doc',
      'saveAsDocx',
      '.html',
    ],
    ['a Pages file', Buffer.from('PK nothing'), 'form.pages', 'saveAsDocx', '.pages'],
    ['a text file', Buffer.from('Our answer'), 'Form.TXT', 'saveAsDocx', '.txt'],
    ['the file Word keeps while it is open', Buffer.alloc(162, 1), '~$form.docx', 'noWord', null],
  ])('tells what to do with %s', (_, file, name, message, format) => {
    const fields = { file: { key: `error.answering.${message}`, ...(format && { values: { format } }) } };
    expect(refusal(() => read(file, name))).toEqual(fields);
  });

  it('names the question whose answer is too long', () => {
    const fields = { file: { key: 'error.answering.boxTooLong', values: { number: 2, maximum: 20_000 } } };
    expect(refusal(() => filled((f) => f.answer(1, written('a'.repeat(20_001)))))).toEqual(fields);
  });

  it('is refused when it holds nothing of this form, and not when only its keys are gone', () => {
    const foreign = () =>
      filled((f) => f.tables.forEach(({ rows }) => (rows[0] = rows[0]!.replace(/#\w{12}/, '#0123456789ab'))));
    expect(refusal(foreign)).toEqual({ file: { key: 'error.answering.otherForm' } });
    const { leftovers } = filled((f) =>
      f.withoutKey(0).withoutKey(1).withoutKey(2).answer(1, written('Kept')),
    );
    expect(leftovers).toEqual([{ text: 'Kept', place: 'box', question: 2, likely: ids[1] }]);
  });
});
