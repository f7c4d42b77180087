/*
 * What Word, LibreOffice, Excel and pages of the web put on the clipboard, as text with the markup that the product reads:
 * lists, tables, links and footnotes.
 */

const MARKED =
  'table, li, a[href^="http"], a[href^="mailto:"], [data-style*="mso-list"], [data-style*="mso-footnote-id"], [data-style*="mso-endnote-id"], a.sdfootnoteanc';
const BLOCKS = new Set(
  'P DIV H1 H2 H3 H4 H5 H6 BLOCKQUOTE SECTION ARTICLE HEADER FOOTER MAIN PRE DL DT DD FIGURE CENTER'.split(
    ' ',
  ),
);
const SKIPPED = new Set('STYLE SCRIPT HEAD META TITLE LINK NOSCRIPT TEMPLATE XML'.split(' '));

/** `first`: the number of its first footnote. Null for what holds nothing but paragraphs. */
export function markupOf(html, first) {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  if (!body.querySelector(MARKED)) return null;
  const notes = takeNotes(body, first);
  const parts = [];
  blocks(body, parts, '');
  const text = parts
    .map(
      ({ text: own, item }, index) =>
        (index === 0 ? '' : item && parts[index - 1].item ? '\n' : '\n\n') + own,
    )
    .join('');
  return [text, notes.join('\n')].filter(Boolean).join('\n\n');
}

/** Styles are read here and applied nowhere: our policy would report each of them. */
const withoutStyles = (html) =>
  html
    .replace(/<style\b[^]*?<\/style>/gi, '')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='));
const styleOf = (node) => node.dataset?.style ?? '';

/** A mark and its note lead to each other: the mark is what comes first. */
function takeNotes(body, first) {
  const notes = [];
  const named = (name) => body.querySelector(`a[name="${CSS.escape(name)}"], [id="${CSS.escape(name)}"]`);
  for (const mark of [...body.querySelectorAll('a[href*="#"]')]) {
    const own = mark.getAttribute('name') || mark.id;
    const back = mark.isConnected && own && named(mark.getAttribute('href').split('#').pop());
    if (!back || back === mark || back.getAttribute('href')?.split('#').pop() !== own) continue;
    const note = back.closest(
      'div[id*="ftn"], div[id*="edn"], div[id*="footnote"], div[id*="endnote"], li, p',
    );
    if (!note || note.contains(mark)) continue;
    back.remove();
    const number = first + notes.length;
    notes.push(`[^${number}]: ${lines(inline(note)).join('\n  ') || '…'}`);
    note.remove();
    mark.replaceWith(`[^${number}]`);
  }
  return notes;
}

const lines = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Writes the blocks of an element; words that stand between them are paragraphs. */
function blocks(of, parts, indent) {
  let loose = '';
  const end = () => {
    const own = lines(loose);
    if (own.length > 0) parts.push({ text: own.map((line) => indent + line).join('\n') });
    loose = '';
  };
  for (const node of of.childNodes) {
    if (!isBlock(node)) {
      loose += inline(node);
      continue;
    }
    end();
    if (node.tagName === 'TABLE') table(node, parts);
    else if (node.tagName === 'UL' || node.tagName === 'OL') list(node, parts, indent);
    else if (wordLevel(node)) wordItem(node, parts);
    else blocks(node, parts, indent);
  }
  end();
}

const isBlock = (node) =>
  ['TABLE', 'UL', 'OL'].includes(node.tagName) ||
  BLOCKS.has(node.tagName) ||
  (node.nodeType === Node.ELEMENT_NODE &&
    !SKIPPED.has(node.tagName) &&
    node.querySelector('table, ul, ol, p, div') !== null);

function list(of, parts, indent) {
  let number = Number(of.getAttribute('start')) || 1;
  const isLetters = of.getAttribute('type')?.toLowerCase() === 'a' || styleOf(of).includes('alpha');
  for (const item of of.children) {
    if (item.tagName === 'UL' || item.tagName === 'OL') list(item, parts, `${indent}   `);
    if (item.tagName !== 'LI') continue;
    const letter = String.fromCharCode(96 + Math.min(number, 26));
    const mark = of.tagName === 'UL' ? '-' : isLetters ? `(${letter})` : `${number}.`;
    number += 1;
    const inside = [];
    blocks(item, inside, '');
    const words = [];
    const below = [];
    // What follows a list in an item comes after it; a table in an item is lines of it.
    for (const part of inside) (part.item || below.length > 0 ? below : words).push(part);
    const inner = indent + ' '.repeat(mark.length + 1);
    const own = words.flatMap(({ text }) => lines(text));
    if (own.length > 0) parts.push({ text: `${indent}${mark} ${own.join(`\n${inner}`)}`, item: true });
    for (const { text, item: isItem } of below)
      parts.push({ text: text.replace(/^/gm, inner), item: isItem ?? true });
  }
}

const wordLevel = (node) => /mso-list:[^;]*?level(\d)/i.exec(styleOf(node))?.[1];

/** Word's paragraphs that are items of a list: the number or bullet is in there, to be passed over. */
function wordItem(of, parts) {
  const level = Number(wordLevel(of));
  const ignored = [...of.querySelectorAll('[data-style]')].find((one) =>
    /mso-list:\s*ignore/i.test(styleOf(one)),
  );
  const shown = ignored?.textContent.replace(/[\s\u00a0]/g, '') ?? '';
  ignored?.remove();
  const own = lines(inline(of));
  if (own.length === 0) return;
  const mark = /^\(?([0-9]{1,3}|[a-z])[.)]$/.test(shown)
    ? shown
    : /[\p{L}\p{N}]{2}|[A-Z]/u.test(shown)
      ? shown
      : '-';
  const indent = '   '.repeat(level - 1);
  parts.push({ text: `${indent}${mark} ${own.join(`\n${indent}   `)}`, item: true });
}

function table(of, parts) {
  const rows = [...of.rows].filter((row) => row.closest('table') === of);
  const cells = rows.map((row) =>
    [...row.cells].flatMap((cell) => [inCell(cell), ...Array(Math.min(cell.colSpan, 40) - 1).fill('')]),
  );
  const width = Math.max(0, ...cells.map((row) => row.length));
  // One cell is how a page is laid out.
  if (width < 2) {
    for (const row of rows) for (const cell of row.cells) blocks(cell, parts, '');
    return;
  }
  const line = (row) => `| ${row.concat(Array(width - row.length).fill('')).join(' | ')} |`;
  const [head, ...others] = cells.filter((row) => row.some(Boolean));
  if (!head) return;
  const ruler = line(Array(width).fill('---'));
  parts.push({ text: [line(head), ruler, ...others.map(line)].join('\n') });
}

function inCell(cell) {
  const parts = [];
  blocks(cell, parts, '');
  return parts
    .flatMap(({ text }) => lines(text))
    .join('<br>')
    .replaceAll('|', '\\|');
}

/** The words of a node on one line; a break in it is one. */
function inline(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/[ \t\r\n]+/g, ' ');
  if (node.nodeType !== Node.ELEMENT_NODE || SKIPPED.has(node.tagName)) return '';
  if (node.tagName === 'BR') return '\n';
  const words = [...node.childNodes].map(inline).join('');
  if (node.tagName === 'A') return linked(words, node.getAttribute('href') ?? '');
  return BLOCKS.has(node.tagName) || node.tagName === 'LI' || node.tagName === 'TR' ? `\n${words}\n` : words;
}

function linked(words, href) {
  const own = words.trim();
  if (!/^(https?:\/\/|mailto:)/i.test(href) || !own || own.includes('\n') || own.includes('[^')) return words;
  if (own.replace(/\/$/, '') === href.replace(/\/$/, '')) return words;
  const address = href.replace(
    /[()\s<>[\]]/g,
    (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return words.replace(own, () => `[${own.replace(/[[\]]/g, '\\$&')}](${address})`);
}
