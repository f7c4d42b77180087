/*
 * The cells of the plan's table: what they say, what was typed into them, and what is kept of it until it is saved.
 */
import { offer } from '../platform/web/kept/kept-offer.js';
import { keptFor } from './grid-kept.js';

export const table = document.getElementById('plan-table');
export const form = document.getElementById('table-form');
const says = document.getElementById('table-says');
export const messages = JSON.parse(table.dataset.messages);
const kept = await keptFor(table.dataset.plan, table.dataset.keeper);
export const rows = [...table.tBodies[0].rows];
export const columns = [...table.tHead.rows[0].cells].slice(1).map((head) => ({
  key: head.dataset.column,
  name: head.textContent,
}));
export const cellAt = (row, column) => rows[row]?.cells[column + 1];
export const placeOf = (cell) => ({ row: rows.indexOf(cell.parentElement), column: cell.cellIndex - 1 });
/** What Ctrl+Z takes back, the last first. */
const done = [];
export const say = (key, values = {}) => {
  says.textContent = messages[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
};

/** The lines of a cell's text come from `pre-line`; `textContent` has them as they are kept. */
export const textOf = (cell) => cell.textContent;
const original = new Map();

function write(cell, text) {
  const { item, version } = cell.parentElement.dataset;
  if (!original.has(cell)) original.set(cell, textOf(cell));
  cell.textContent = text;
  const changed = text !== original.get(cell);
  cell.classList.toggle('changed', changed);
  kept.set(item, Number(version), columns[placeOf(cell).column].key, changed ? text : null);
}

/** Writes several cells as one step; those that do not change now are left alone, and it says so. */
export function writeAll(list) {
  const open = list.filter(([cell]) => !cell.classList.contains('fixed'));
  const step = open.filter(([cell, text]) => textOf(cell) !== text);
  if (step.length > 0) done.push(step.map(([cell]) => [cell, textOf(cell)]));
  for (const [cell, text] of step) write(cell, text);
  keep();
  if (open.length < list.length) say('fixed');
  return step.length;
}

function keep() {
  const number = kept.count();
  form.hidden = number === 0;
  if (number > 0) say('changed', { number });
  kept.save();
}

/** Puts back what was typed in this window before, and offers what was typed in another. */
export function restore() {
  const url = new URL(location.href);
  if (url.searchParams.has('saved')) {
    kept.clear();
    url.searchParams.delete('saved');
    history.replaceState(null, '', url);
    return;
  }
  putBack();
  for (const other of kept.others) offerOther(other);
}

/** The preview shows both where somebody else changed a row since. */
function putBack() {
  let overtaken = 0;
  for (const row of rows) {
    const mine = kept.of(row.dataset.item);
    if (!mine) continue;
    if (mine.version !== Number(row.dataset.version)) overtaken += 1;
    for (const [key, text] of Object.entries(mine.cells)) {
      const cell = row.cells[columns.findIndex((column) => column.key === key) + 1];
      if (cell) write(cell, text);
    }
  }
  keep();
  if (overtaken > 0) say('overtaken', { number: overtaken });
}

function offerOther(other) {
  const versions = Object.fromEntries(rows.map(({ dataset }) => [dataset.item, Number(dataset.version)]));
  offer(table.parentElement, {
    at: other.at,
    zone: table.dataset.zone,
    changedSince: Object.entries(other.items).some(
      ([item, { version }]) => (versions[item] ?? version) !== version,
    ),
    words: Object.values(other.items).flatMap(({ cells }) =>
      Object.entries(cells).map(([key, text]) => ({
        label: columns.find((column) => column.key === key)?.name ?? '',
        text,
      })),
    ),
    take() {
      kept.take(other);
      putBack();
    },
    drop: () => kept.drop(other),
  });
}

/** Takes the last step back. The first cell of it; null when there is none. */
export function takeBack() {
  const last = done.pop();
  if (!last) return null;
  for (const [cell, text] of last) write(cell, text);
  keep();
  return last[0][0];
}

/** Puts what was typed into the form that goes to the preview. */
export function send() {
  form.elements.changes.value = kept.changes();
}

export const discard = () => kept.clear();
