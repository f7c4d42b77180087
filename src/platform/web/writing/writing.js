/*
 * Helps to write lists, tables, links and footnotes into a field, where they are a few signs: by buttons, and by keeping
 * them when they are pasted. Everything goes through the browser's own way of typing, so that it can be undone.
 */

const template = document.getElementById('writing-tools');
const texts = template.dataset;

/** Puts a text in the place of a part of the field, and chooses `[from, to)` of it. */
function put(area, begin, end, text, from = text.length, to = from) {
  area.focus();
  area.setSelectionRange(begin, end);
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, begin, end, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  area.setSelectionRange(begin + from, begin + to);
}

/** What parts a block from the words before it. */
const before = ({ value }, at) =>
  at === 0 || value.slice(0, at).endsWith('\n\n') ? '' : value[at - 1] === '\n' ? '\n' : '\n\n';
const after = ({ value }, at) =>
  /^\s*$/.test(value.slice(at)) || value.startsWith('\n\n', at) ? '' : '\n\n';

const nextNote = ({ value }) =>
  1 + Math.max(0, ...[...value.matchAll(/\[\^(\d{1,3})\]/g)].map(([, number]) => Number(number)));

/** The lines that are chosen, whole. */
function chosenLines({ value, selectionStart, selectionEnd }) {
  const begin = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const next = value.indexOf('\n', Math.max(begin, selectionEnd - (selectionEnd > selectionStart ? 1 : 0)));
  const end = next < 0 ? value.length : next;
  return { begin, end, lines: value.slice(begin, end).split('\n') };
}

function list(area, mark) {
  const { begin, end, lines } = chosenLines(area);
  let number = 0;
  const own = lines.map((line) =>
    line.trim() || lines.length === 1 ? mark((number += 1)) + line.trimStart() : line,
  );
  put(area, begin, end, own.join('\n'));
}

const actions = {
  list: (area) => list(area, () => '- '),
  numbers: (area) => list(area, (number) => `${number}. `),
  link(area) {
    const { selectionStart: begin, selectionEnd: end, value } = area;
    const words = value.slice(begin, end).trim();
    if (/^https?:\/\/\S+$/.test(words))
      return put(area, begin, end, `[${texts.words}](${words})`, 1, 1 + texts.words.length);
    const own = words || texts.words;
    const address = own.length + 3;
    return put(area, begin, end, `[${own}](https://)`, address, address + 8);
  },
  table(area) {
    const { selectionEnd: at } = area;
    const head = `| ${texts.column} 1 | ${texts.column} 2 |`;
    const text = `${before(area, at)}${head}\n| --- | --- |\n|  |  |\n|  |  |${after(area, at)}`;
    const from = text.indexOf(texts.column);
    put(area, at, at, text, from, from + texts.column.length + 2);
  },
  note(area) {
    const { selectionEnd: at, value } = area;
    const number = nextNote(area);
    const rest = value.slice(at).trimEnd();
    const isAfterNote = /(^|\n)\[\^[^\]\n]+\]:[^\n]*$/.test(rest);
    const note = `[^${number}]: `;
    const text = `[^${number}]${rest}${isAfterNote ? '\n' : '\n\n'}${note}`;
    put(area, at, value.length, text);
  },
  async preview(area, button) {
    const place = area.parentElement.querySelector('.writing-preview');
    const opens = place.hidden;
    button.setAttribute('aria-expanded', String(opens));
    place.hidden = !opens;
    if (opens) await show(area, place);
  },
};

async function show(area, place) {
  const { form, value, lang } = area;
  const language = form.elements['content.language']?.value ?? lang;
  const body = new URLSearchParams({ _csrf: form.elements._csrf.value, text: value, language });
  try {
    const answer = await fetch('/prose', { method: 'POST', body });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    // It is what the server made of the text, with nothing in it that runs.
    place.innerHTML = await answer.text();
  } catch {
    place.textContent = texts.failed;
  }
}

/** What may be more than paragraphs. How it is read is loaded when it is needed. */
const MORE = /<(table|li)\b|href\s*=\s*["']?(https?:|mailto:)|mso-(list|footnote|endnote)|sdfootnote/i;

async function pasted(event) {
  const area = event.target;
  const html = event.clipboardData?.getData('text/html');
  if (!html || html.length > 2_000_000 || !MORE.test(html)) return;
  const plain = event.clipboardData.getData('text/plain');
  event.preventDefault();
  let text = null;
  try {
    const { markupOf } = await import('./paste.js');
    text = markupOf(html, nextNote(area));
  } catch {
    // Then it is pasted as the browser would.
  }
  const { selectionStart: begin, selectionEnd: end } = area;
  if (text === null) return put(area, begin, end, plain);
  const isBlock = text.includes('\n') || /^(-|\||\d+[.)]|\()\s?/.test(text);
  put(area, begin, end, isBlock ? before(area, begin) + text + after(area, end) : text);
}

function help(area) {
  if (area.dataset.marked === 'on') return;
  area.dataset.marked = 'on';
  const tools = template.content.firstElementChild.cloneNode(true);
  const preview = template.content.lastElementChild.cloneNode(true);
  // Below: what is above stays in its place under the pointer.
  area.after(tools, preview);
  tools.setAttribute('aria-controls', area.id);
  tools.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) void actions[button.dataset.do](area, button);
  });
  area.addEventListener('paste', (event) => void pasted(event));
  let wait;
  area.addEventListener('input', () => {
    clearTimeout(wait);
    if (!preview.hidden) wait = setTimeout(() => void show(area, preview), 800);
  });
}

const helpAll = () => document.querySelectorAll('textarea[data-marked]').forEach(help);
helpAll();
document.addEventListener('htmx:after:swap', helpAll);
