import { linksTyped } from '../../../src/progress/evidence/links-typed.js';

const CASES: [string, { title: string; url: string }[]][] = [
  ['', []],
  ['https://example.org/a', [{ title: 'https://example.org/a', url: 'https://example.org/a' }]],
  ['Annual report: https://example.org/a', [{ title: 'Annual report', url: 'https://example.org/a' }]],
  [
    ' Report https://example.org/a \n\nhttps://example.org/b',
    [
      { title: 'Report', url: 'https://example.org/a' },
      { title: 'https://example.org/b', url: 'https://example.org/b' },
    ],
  ],
  ['التقرير https://example.org/ar', [{ title: 'التقرير', url: 'https://example.org/ar' }]],
];

describe('links typed on lines', () => {
  it.each(CASES)('are read: %j', (text, links) => expect(linksTyped(text, 'links')).toEqual(links));

  it.each(['A report without an address', 'javascript:alert(1)', 'https://user:word@example.org/'])(
    'says which line holds no address: %s',
    (line) =>
      expect(() => linksTyped(`https://example.org/a\n${line}`, 'links')).toThrow(
        expect.objectContaining({ fields: { links: expect.objectContaining({ key: 'error.linkLine' }) } }),
      ),
  );
});
