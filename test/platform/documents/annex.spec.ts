import { strFromU8, unzipSync } from 'fflate';
import { annexOf, toXlsx } from '../../../src/platform/documents/annex.js';
import type { Block, Document, Run } from '../../../src/platform/documents/document.js';

const text = (value: string): Run[] => [{ text: value }];

const matrix: Block = {
  type: 'table',
  caption: 'Tracking matrix: [all] items / of the plan',
  columns: [{ label: 'Activity', width: 3 }, { label: 'Status' }, { label: 'Entries', align: 'end' }],
  rows: [
    [text('=HYPERLINK("http://x.example","1.1 Train officials")'), text('ongoing'), text('12')],
    [[{ text: '1.2 Hold meetings', footnote: 'Original: French' }], text('007'), text('—')],
  ],
};
const board: Block = {
  type: 'board',
  groups: [
    {
      title: 'Round table 1',
      tiles: [{ lead: '2', label: 'Drivers', figures: [{ label: 'Planned', value: '4' }] }],
    },
  ],
};

const document = (blocks: Block[], more: Partial<Document> = {}): Document => ({
  title: 'Tracking matrix of a plan',
  language: 'en',
  direction: 'ltr',
  created: new Date(0),
  facts: [{ label: 'Status', value: 'Draft' }],
  labels: { page: '', of: '', notes: '', note: '', backToText: '' },
  blocks,
  ...more,
});

describe('the annex of figures', () => {
  it('has a sheet about the document, then every table, of charts and boards too, each with a name of its own', () => {
    const heading: Block = { type: 'heading', level: 1, text: 'Objectives' };
    const picture = { base64: '', width: 1, height: 1, text: 'A chart' };
    const chart: Block = { type: 'figure', picture, table: { ...matrix, caption: undefined } };
    const sheets = annexOf(document([matrix, matrix, heading, board, chart]));
    const names = sheets.map(({ name }) => name);
    expect(names).toEqual([
      'Tracking matrix of a plan',
      'Tracking matrix   all  items',
      'Tracking matrix   all  item (2)',
      'Objectives',
      'Objectives (2)',
    ]);
    expect(names.every((name) => name.length <= 31)).toBe(true);
    expect(sheets[0]!.rows).toEqual([['Status', 'Draft']]);
    expect(sheets[3]!.rows).toEqual([['Round table 1', '2', 'Drivers', 4]]);
  });

  it('holds numbers where the column holds figures, and what cells say with their notes', () => {
    const [, sheet] = annexOf(document([matrix]));
    expect(sheet!.rows).toEqual([
      ['=HYPERLINK("http://x.example","1.1 Train officials")', 'ongoing', 12],
      ['1.2 Hold meetings [Original: French]', '007', '—'],
    ]);
  });

  it('is an Excel file in which a formula is a text, and which runs from the right in Arabic', async () => {
    const files = unzipSync(await toXlsx(document([matrix], { direction: 'rtl', language: 'ar' })));
    const parts = Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
    const sheets = parts.filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(sheets).toHaveLength(2);
    for (const xml of sheets) {
      expect(xml).toContain('rightToLeft="1"');
      expect(xml).not.toContain('<f>');
    }
    expect(parts.map(([, xml]) => xml).join('')).toContain('=HYPERLINK(');
  });

  it('is there also for a document without any table', async () => {
    expect(annexOf(document([]))).toHaveLength(1);
    expect((await toXlsx(document([]))).length).toBeGreaterThan(1000);
  });
});
