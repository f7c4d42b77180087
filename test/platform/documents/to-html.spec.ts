import type { Block, Document } from '../../../src/platform/documents/document.js';
import { toHtml } from '../../../src/platform/documents/to-html.js';

const html = (blocks: Block[], own: Partial<Document> = {}) =>
  toHtml({
    title: 'T',
    language: 'en',
    direction: 'ltr',
    created: '2026-01-02',
    facts: [],
    labels: { page: 'Page', of: 'of', notes: 'Notes', note: 'Note', backToText: 'Back' },
    blocks,
    ...own,
  });

describe('toHtml', () => {
  it('escapes text, and has no script', () => {
    const page = html([{ type: 'paragraph', runs: [{ text: '<script>alert(1)</script> & "q"' }] }], {
      title: '</title><b>',
    });
    expect(page).toContain('&lt;script>alert(1)&lt;/script> &amp; ');
    expect(page).not.toMatch(/<script|<b>/);
  });

  it('follows only safe links', () => {
    const page = html([
      {
        type: 'paragraph',
        runs: [
          { text: 'bad', link: 'javascript:alert(1)' },
          { text: 'good', link: 'https://un.org/?a="b"' },
        ],
      },
    ]);
    expect(page).not.toContain('javascript:');
    expect(page).toContain('<a href="https://un.org/?a=%22b%22">good</a>');
  });

  it('is in its language and direction, and says where a text is not', () => {
    const page = html([{ type: 'paragraph', runs: [{ text: 'English', language: 'en' }] }], {
      language: 'ar',
      direction: 'rtl',
    });
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('<p lang="en" dir="ltr">English</p>');
  });

  it('ties notes to the text both ways', () => {
    const page = html([{ type: 'paragraph', runs: [{ text: 'x', footnote: 'the note' }] }]);
    expect(page).toContain('<a id="mark-1" href="#note-1" role="doc-noteref" aria-label="Note 1">1</a>');
    expect(page).toMatch(/<li id="note-1">the note <a href="#mark-1" role="doc-backlink"/);
  });

  it('has real headings, tables and contents', () => {
    const page = html(
      [
        { type: 'heading', level: 1, lead: 'I.', text: 'One' },
        { type: 'heading', level: 2, text: 'Two' },
        { type: 'table', caption: 'Cap', columns: [{ label: 'A' }], rows: [[[{ text: 'x' }]]] },
      ],
      { contents: { heading: 'Contents' } },
    );
    expect(page).toContain('<h2 id="section-1"><span class="lead">I. </span><span>One</span></h2>');
    expect(page).toContain('<h3 id="section-2">');
    expect(page).toContain('<a href="#section-2"><span>Two</span></a>');
    expect(page).toMatch(/<caption>Cap<\/caption>.*<th scope="col" class="left">A<\/th>/);
  });

  it('shows line breaks', () => {
    expect(html([{ type: 'paragraph', runs: [{ text: 'a\nb' }] }])).toContain('<p>a<br/>b</p>');
  });
});
