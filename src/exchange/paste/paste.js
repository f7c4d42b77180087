// A table that is pasted stands in the field as cells between tabs, and beside it as HTML: that one tells merged cells.
import { cellsOfHtml, quoted, tableIn } from './blocks.js';

const form = document.querySelector('form.paste');
const { text, table } = form.elements;

/** Cells and their text, without what documents put around them. */
function plainTable(html) {
  const copied = tableIn(html);
  for (const element of copied.querySelectorAll('*'))
    for (const { name } of [...element.attributes])
      if (name !== 'colspan' && name !== 'rowspan') element.removeAttribute(name);
  return `<table>${copied.innerHTML}</table>`;
}

text.addEventListener('paste', (event) => {
  const html = event.clipboardData.getData('text/html');
  const cells = html ? cellsOfHtml(html, { once: true }) : null;
  if (!cells) return;
  event.preventDefault();
  const isAll = text.selectionEnd - text.selectionStart === text.value.length;
  const block = cells.map((line) => line.map(quoted).join('\t')).join('\n');
  text.setRangeText(block, text.selectionStart, text.selectionEnd, 'end');
  // What was there before, or is typed later, is not in the table.
  table.value = isAll ? plainTable(html) : '';
  text.dispatchEvent(new CustomEvent('input', { bubbles: true, detail: 'pasted' }));
});

text.addEventListener('input', (event) => {
  if (event.detail !== 'pasted') table.value = '';
});
