/*
 * Makes the plan's table one that is typed into: arrows, Enter, Tab, Escape, fill-down, copying and pasting blocks.
 * It changes nothing by itself: what was typed goes to the preview as text, where it is read and checked as an import
 * is. What was typed and not saved yet is kept in this window, over pages and reloads.
 */
import { cellsOfHtml, cellsOfText, quoted } from './blocks.js';
import {
  cellAt,
  columns,
  discard,
  form,
  messages,
  placeOf,
  restore,
  rows,
  say,
  send,
  table,
  takeBack,
  textOf,
  writeAll,
} from './grid-cells.js';

/** An arrow points where one reads, so that left is on in Arabic. */
const onward = document.documentElement.dir === 'rtl' ? -1 : 1;

let current = null;
/** The other end of the selection; the current cell when only that is selected. */
let anchor = null;
let editor = null;
/** Whether the last press of the mouse was on the cell that was current before. */
let again = false;

// Moving and selecting

function selected() {
  if (!current) return [];
  const [a, b] = [placeOf(current), placeOf(anchor ?? current)];
  const cells = [];
  for (let row = Math.min(a.row, b.row); row <= Math.max(a.row, b.row); row += 1)
    for (let column = Math.min(a.column, b.column); column <= Math.max(a.column, b.column); column += 1)
      cells.push(cellAt(row, column));
  return cells;
}

function show() {
  for (const cell of table.querySelectorAll('[aria-selected="true"]')) cell.removeAttribute('aria-selected');
  for (const cell of selected()) cell.setAttribute('aria-selected', 'true');
}

function go(cell, extend = false) {
  if (!cell) return false;
  if (current) current.tabIndex = -1;
  if (!extend) anchor = cell;
  current = cell;
  cell.tabIndex = 0;
  cell.focus();
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  show();
  return true;
}

function move(down, right, extend) {
  const { row, column } = placeOf(current);
  const clamp = (value, most) => Math.max(0, Math.min(value, most));
  go(cellAt(clamp(row + down, rows.length - 1), clamp(column + right, columns.length - 1)), extend);
}

/** To the next cell in reading order; false beyond the first or last. */
function step(by) {
  const { row, column } = placeOf(current);
  const place = row * columns.length + column + by;
  return place >= 0 && go(cellAt(Math.floor(place / columns.length), place % columns.length));
}

// Typing

function edit(cell, text) {
  if (cell.classList.contains('fixed')) {
    say('fixed');
    return;
  }
  const { row, column } = placeOf(cell);
  const { key, name } = columns[column];
  const before = textOf(cell);
  const field = document.createElement(key === 'status' ? 'input' : 'textarea');
  if (key === 'status') field.setAttribute('list', 'table-status');
  field.setAttribute(
    'aria-label',
    messages.cell.replace('{column}', name).replace('{row}', rows[row].cells[0].textContent.trim()),
  );
  field.dir = 'auto';
  if (cell.lang) field.lang = cell.lang;
  field.value = text ?? before;
  editor = { cell, field, before };
  cell.classList.add('editing');
  cell.replaceChildren(field);
  field.focus();
  field.setSelectionRange?.(field.value.length, field.value.length);
  field.addEventListener('blur', () => leave(true));
}

/** Closes the field, and keeps what was typed or leaves the cell as it was. */
function leave(keepText) {
  if (!editor) return;
  const { cell, field, before } = editor;
  editor = null;
  cell.classList.remove('editing');
  cell.textContent = before;
  if (keepText) writeAll([[cell, field.value]]);
}

function typing(event) {
  const { key } = event;
  if (key === 'Escape' || key === 'Tab' || (key === 'Enter' && !event.shiftKey && !event.altKey)) {
    if (event.isComposing) return;
    event.preventDefault();
    const { cell } = editor;
    leave(key !== 'Escape');
    go(cell);
    if (key === 'Enter') move(1, 0);
    if (key === 'Tab') step(event.shiftKey ? -1 : 1);
  } else if (key === 'Enter' && event.altKey) {
    event.preventDefault();
    const { field } = editor;
    field.setRangeText?.('\n', field.selectionStart, field.selectionEnd, 'end');
  }
}

// Filling, copying, pasting

/** The first row of the selection into those below it; of one cell, the one above it. */
function fillDown() {
  const cells = selected();
  const top = Math.min(...cells.map((cell) => placeOf(cell).row));
  const one = cells.every((cell) => placeOf(cell).row === top);
  const source = one ? top - 1 : top;
  if (source < 0) return;
  const below = cells.filter((cell) => placeOf(cell).row > source);
  const number = writeAll(below.map((cell) => [cell, textOf(cellAt(source, placeOf(cell).column))]));
  if (number > 0) say('pasted', { number });
}

function copy(event) {
  if (editor || !current || document.activeElement !== current) return;
  const lines = new Map();
  for (const cell of selected()) {
    const { row } = placeOf(cell);
    lines.set(row, [...(lines.get(row) ?? []), quoted(textOf(cell))]);
  }
  event.clipboardData.setData('text/plain', [...lines.values()].map((line) => line.join('\t')).join('\n'));
  event.preventDefault();
}

function paste(event) {
  if (editor || !current || document.activeElement !== current) return;
  event.preventDefault();
  const html = event.clipboardData.getData('text/html');
  const text = event.clipboardData.getData('text/plain');
  if (!html && !text) return;
  const block = (html && cellsOfHtml(html)) || cellsOfText(text);
  const cells = selected();
  // One value goes into all that is selected, as in a spreadsheet.
  const one = block.length === 1 && block[0].length === 1;
  if (one) {
    const number = writeAll(cells.map((cell) => [cell, block[0][0]]));
    if (number > 0) say('pasted', { number });
    return;
  }
  const { row, column } = placeOf(cells[0]);
  const wide = Math.max(...block.map((line) => line.length));
  const room = { roomRows: rows.length - row, roomColumns: columns.length - column };
  if (block.length > room.roomRows || wide > room.roomColumns) {
    say('room', { rows: block.length, columns: wide, ...room });
    return;
  }
  const number = writeAll(
    block.flatMap((line, down) => line.map((text, right) => [cellAt(row + down, column + right), text])),
  );
  anchor = cellAt(row, column);
  go(cellAt(row + block.length - 1, column + wide - 1), true);
  if (number > 0) say('pasted', { number });
}

function undo() {
  const cell = takeBack();
  if (!cell) return;
  go(cell);
  say('undone');
}

// Keys

const CONTROL = { d: fillDown, z: undo };
const MOVES = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, onward],
  ArrowLeft: [0, -onward],
  PageDown: [10, 0],
  PageUp: [-10, 0],
};

function moving(event) {
  const { key, shiftKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if (control && CONTROL[key.toLowerCase()]) {
    event.preventDefault();
    CONTROL[key.toLowerCase()]();
  } else if (key in MOVES && !event.altKey) {
    event.preventDefault();
    const far = control ? Infinity : 1;
    const [down, right] = MOVES[key];
    move(down && down * far, right && right * far, shiftKey);
  } else if (key === 'Home' || key === 'End') {
    event.preventDefault();
    const end = key === 'End' ? Infinity : -Infinity;
    move(control ? end : 0, end, shiftKey);
  } else if (key === 'Tab') {
    if (step(shiftKey ? -1 : 1)) event.preventDefault();
  } else if (key === 'Enter' || key === 'F2') {
    event.preventDefault();
    edit(current);
  } else if (key === 'Escape') {
    leaveTable();
  } else if (key === 'Delete' || key === 'Backspace') {
    event.preventDefault();
    writeAll(selected().map((cell) => [cell, '']));
  } else if (key.length === 1 && !control && !event.altKey) {
    event.preventDefault();
    edit(current, key);
  }
}

/** Out of the table, to what comes after it. */
function leaveTable() {
  const after = form.hidden
    ? document.querySelector('.sheet ~ details summary')
    : form.querySelector('button');
  after?.focus();
}

table.addEventListener('keydown', (event) => {
  if (editor) typing(event);
  else if (current && event.target === current) moving(event);
});
// A screen reader puts the focus where it likes.
table.addEventListener('focusin', ({ target }) => {
  if (target.matches('td') && target !== current && !editor) go(target);
});
table.addEventListener('mousedown', (event) => {
  const cell = event.target.closest('td');
  if (!cell || editor?.cell === cell) return;
  event.preventDefault();
  leave(true);
  again = cell === document.activeElement && !event.shiftKey;
  go(cell, event.shiftKey && current !== null);
});
// A second click or tap on the same cell opens it.
table.addEventListener('click', (event) => {
  const cell = event.target.closest('td');
  if (again && cell === current && !editor) edit(cell);
});
table.addEventListener('mouseover', (event) => {
  const cell = event.target.closest('td');
  if (cell && !editor && event.buttons === 1 && current) go(cell, true);
});
document.addEventListener('copy', copy);
document.addEventListener('paste', paste);

form.addEventListener('submit', () => {
  leave(true);
  send();
});
document.getElementById('table-discard').addEventListener('click', () => {
  discard();
  location.reload();
});

table.setAttribute('role', 'grid');
table.setAttribute('aria-multiselectable', 'true');
table.setAttribute('aria-describedby', 'table-hint');
table.parentElement.removeAttribute('tabindex');
document.getElementById('table-hint').hidden = false;
for (const row of rows)
  for (const cell of [...row.cells].slice(1)) {
    cell.tabIndex = -1;
    if (cell.classList.contains('fixed')) cell.setAttribute('aria-readonly', 'true');
  }
if (rows.length > 0) {
  current = anchor = cellAt(0, 0);
  current.tabIndex = 0;
}
restore();
