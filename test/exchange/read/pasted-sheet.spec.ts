import { pastedSheet } from '../../../src/platform/spreadsheets/pasted-sheet.js';

const cells = (text: string) => pastedSheet(text, 'text').rows.map((row) => row.cells);
const html = (rows: string) => `<html><!--StartFragment--><table border=1>${rows}</table><p>after</p></html>`;

it.each([
  [
    'Excel: an end of line within a cell',
    'Code\tTitle\r\n1\t"Two\nlines"\r\n',
    [
      ['Code', 'Title'],
      ['1', 'Two\nlines'],
    ],
  ],
  [
    'Excel: a text that begins with a quotation',
    'Code\tTitle\n1\t"Move" together',
    [
      ['Code', 'Title'],
      ['1', '"Move" together'],
    ],
  ],
  [
    'Excel: empty lines and cells',
    'Code\t\tTitle\n\n\t\tOne\n',
    [
      ['Code', '', 'Title'],
      ['', '', 'One'],
    ],
  ],
  [
    'lines with semicolons',
    'Code;Title\n1;One',
    [
      ['Code', 'Title'],
      ['1', 'One'],
    ],
  ],
  ['one column', 'Title\nOne', [['Title'], ['One']]],
  [
    'Word: paragraphs, its own ends of line, entities',
    html(
      '<tr><td>Code</td><td>Title</td></tr><tr><td><p>1</p></td><td><p>A\n  B</p><p>C&nbsp;&amp; D<br>E</p></td></tr>',
    ),
    [
      ['Code', 'Title'],
      ['1', 'A B\nC & D\nE'],
    ],
  ],
  [
    'Word: a table within a cell',
    html('<tr><td>x<table><tr><td>in</td></tr></table></td><td>y</td></tr>'),
    [['xin', 'y']],
  ],
  [
    'a web page whose table is in a comment',
    'Code\tTitle\n1\t<!-- <table> --> x',
    [
      ['Code', 'Title'],
      ['1', '<!-- <table> --> x'],
    ],
  ],
  [
    'Arabic',
    'الرمز\tالعنوان\n1\tبند',
    [
      ['الرمز', 'العنوان'],
      ['1', 'بند'],
    ],
  ],
])('reads what was pasted from %s', (_what, text, expected) => {
  expect(cells(text)).toEqual(expected);
});

it('knows merged cells of a table, as those of a workbook', () => {
  const { rows } = pastedSheet(
    html(
      '<tr><td colspan=2>Objective 1</td></tr><tr><td rowspan=2>A</td><td>One</td></tr><tr><td>Two</td></tr><tr><td colspan=9999999>End</td></tr>',
    ),
    'text',
  );
  expect(rows.slice(0, 3)).toEqual([
    { number: 1, cells: ['Objective 1', 'Objective 1'], across: [[0, 1]] },
    { number: 2, cells: ['A', 'One'] },
    { number: 3, cells: ['A', 'Two'], down: [0] },
  ]);
  expect(rows[3]!.cells).toHaveLength(200);
});
