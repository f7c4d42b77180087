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

  it('keeps words of another direction together that a link stands between', () => {
    const french = (text: string, link?: string) => ({ text, language: 'fr', ...(link && { link }) });
    const runs = [
      french('Avant le '),
      french('lien', 'https://un.org/'),
      french(' puis.'),
      { text: ' (مصر)' },
    ];
    const page = html([{ type: 'paragraph', runs }], { language: 'ar', direction: 'rtl' });
    expect(page).toContain(
      '<span dir="ltr"><span lang="fr">Avant le </span><span lang="fr"><a href="https://un.org/">lien</a></span><span lang="fr"> puis.</span></span> (مصر)',
    );
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

  it('has lists in lists, references, figures with what they say, and a masthead', () => {
    const page = html(
      [
        { type: 'paragraph', numbered: true, key: 'p', runs: [{ text: 'First.' }] },
        { type: 'paragraph', runs: [{ text: 'Paragraph ' }, { text: '?', see: 'p' }] },
        {
          type: 'list',
          kind: 'letters',
          items: [
            {
              runs: [{ text: 'Out' }],
              list: { type: 'list', kind: 'bullets', items: [{ runs: [{ text: 'In' }] }] },
            },
          ],
        },
        {
          type: 'figure',
          caption: 'Plans',
          picture: { base64: 'AAAA', width: 40, height: 20, text: 'Four "plans"' },
          table: { type: 'table', columns: [{ label: 'Year' }], rows: [[[{ text: '2024' }]]] },
        },
      ],
      {
        masthead: {
          organization: 'The <O>',
          symbol: 'A/1',
          lines: ['Session'],
          reference: ['Original: Spanish'],
        },
        labels: {
          page: 'Page',
          of: 'of',
          notes: 'Notes',
          note: 'Note',
          figure: 'Figure',
          backToText: 'Back',
        },
      },
    );
    expect(page).toContain('<p id="paragraph-1"><span class="number">1. </span>First.</p>');
    expect(page).toContain('Paragraph <a href="#paragraph-1">1</a>');
    expect(page).toMatch(
      /<ol [^>]*><li><span class="marker">\(a\) <\/span><div>Out<ul [^>]*><li>.*In<\/div><\/li><\/ul>/,
    );
    expect(page).toContain('<figcaption><span class="label">Figure 1.</span> Plans</figcaption>');
    expect(page).toContain('alt="Four &quot;plans&quot;" width="40" height="20"');
    expect(page).toContain('aria-label="Figure 1. Plans"><table>');
    expect(page).toContain('<span>The &lt;O></span> <b>A/1</b>');
  });

  it('keeps figures their way in a text from right to left', () => {
    const page = html([{ type: 'paragraph', runs: [{ text: 'الفترة 2024–2025' }] }], { direction: 'rtl' });
    expect(page).toContain('الفترة <bdi dir="ltr">2024–2025</bdi>');
  });

  it('shows line breaks', () => {
    expect(html([{ type: 'paragraph', runs: [{ text: 'a\nb' }] }])).toContain('<p>a<br/>b</p>');
  });
});
