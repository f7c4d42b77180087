/* The blocks of a document (platform/documents/document.ts) as a ProseMirror schema. */
import { Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

const spoken = {
  language: { default: null },
  direction: { default: null },
};
const spokenAs = ({ language, direction }) => ({
  ...(language && { lang: language }),
  ...(direction && { dir: direction }),
});
const spokenOf = (element) => ({
  language: element.getAttribute('lang') || null,
  direction: element.getAttribute('dir') === 'rtl' ? 'rtl' : null,
});

const cells = tableNodes({
  tableGroup: 'block',
  cellContent: 'paragraph',
  cellAttributes: {
    align: {
      default: null,
      getFromDOM: (cell) => cell.dataset.align || null,
      setDOMAttr: (value, attributes) => value && Object.assign(attributes, { 'data-align': value }),
    },
    width: {
      default: null,
      getFromDOM: (cell) => Number(cell.dataset.width) || null,
      setDOMAttr: (value, attributes) => value && Object.assign(attributes, { 'data-width': value }),
    },
  },
});

const TAGS = { bullets: 'ul', numbers: 'ol', letters: 'ol' };

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      content: 'inline*',
      group: 'block',
      attrs: { numbered: { default: true }, style: { default: null }, key: { default: null }, ...spoken },
      parseDOM: [
        {
          tag: 'blockquote > p',
          priority: 60,
          getAttrs: (p) => ({ style: 'quote', numbered: false, ...spokenOf(p) }),
        },
        {
          tag: 'p',
          getAttrs: (p) => ({
            numbered: p.dataset.numbered !== 'no',
            style: p.dataset.style || null,
            ...spokenOf(p),
          }),
        },
      ],
      toDOM: ({ attrs }) => [
        'p',
        {
          ...(attrs.style && { 'data-style': attrs.style }),
          ...(!attrs.numbered && { 'data-numbered': 'no' }),
          ...spokenAs(attrs),
        },
        0,
      ],
    },
    heading: {
      content: 'text*',
      marks: '',
      group: 'block',
      defining: true,
      attrs: { level: { default: 2 } },
      parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
        tag: `h${level}`,
        attrs: { level: Math.min(3, level) },
      })),
      // The page has headings of its own above these.
      toDOM: ({ attrs }) => [`h${attrs.level + 2}`, 0],
    },
    list: {
      content: 'list_item+',
      group: 'block',
      attrs: { kind: { default: 'bullets' }, start: { default: 1 }, ...spoken },
      parseDOM: [
        { tag: 'ul', attrs: { kind: 'bullets' } },
        {
          tag: 'ol',
          getAttrs: (list) => ({
            kind: /^[aA]$/.test(list.getAttribute('type') ?? '') ? 'letters' : 'numbers',
            start: Number(list.getAttribute('start')) || 1,
          }),
        },
      ],
      toDOM: ({ attrs: { kind, start, ...rest } }) => [
        TAGS[kind],
        { ...(kind === 'letters' && { type: 'a' }), ...(start > 1 && { start }), ...spokenAs(rest) },
        0,
      ],
    },
    list_item: {
      content: 'paragraph list?',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
    },
    ...cells,
    table: { ...cells.table, attrs: { caption: { default: '' } } },
    /** A picture, a board, a page break: shown, and not to be changed here but for what it is called. */
    kept: {
      group: 'block',
      atom: true,
      selectable: true,
      attrs: { of: {}, text: { default: null }, caption: { default: '' } },
      toDOM: ({ attrs }) => ['figure', { 'data-kept': attrs.of }, attrs.caption || attrs.text || ''],
    },
    text: { group: 'inline' },
    line_break: {
      inline: true,
      group: 'inline',
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
    footnote: {
      inline: true,
      group: 'inline',
      atom: true,
      attrs: { runs: { default: [] } },
      toDOM: ({ attrs }) => ['sup', { class: 'note-mark', title: noteText(attrs.runs) }, '*'],
    },
    /** The number of another paragraph, which only the whole document knows. */
    see: {
      inline: true,
      group: 'inline',
      atom: true,
      attrs: { see: {}, text: { default: '' } },
      toDOM: ({ attrs }) => ['span', { class: 'see-mark' }, attrs.text || '#'],
    },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (a) => (isAddress(a.getAttribute('href')) ? { href: a.getAttribute('href') } : false),
        },
      ],
      toDOM: ({ attrs }) => ['a', { href: attrs.href, rel: 'noopener' }, 0],
    },
    bold: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b', getAttrs: (b) => b.style.fontWeight !== 'normal' && null }],
      toDOM: () => ['strong', 0],
    },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    spoken: {
      attrs: spoken,
      parseDOM: [{ tag: 'span[lang]', getAttrs: spokenOf }],
      toDOM: ({ attrs }) => ['span', spokenAs(attrs), 0],
    },
  },
});

export const isAddress = (text) => /^(https?:\/\/|mailto:)\S+$/i.test(text ?? '');
export const noteText = (note) =>
  typeof note === 'string' ? note : (note ?? []).map(({ text }) => text).join('');
