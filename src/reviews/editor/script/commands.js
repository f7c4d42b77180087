/* What the buttons of the editor do, each as a command of ProseMirror, and when one is shown as pressed. */
import { chainCommands, exitCode, setBlockType, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { Selection } from 'prosemirror-state';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
} from 'prosemirror-tables';
import { schema } from './schema.js';

const { nodes, marks } = schema;

export function markIsOn({ selection: { from, to, empty, $from }, storedMarks, doc }, type) {
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
}

/** The nearest list around the selection, with where it stands. */
export function listAt({ selection: { $from } }) {
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type === nodes.list) return { node: $from.node(depth), at: $from.before(depth) };
  return null;
}

/** A list of that kind; of one that is there the kind is changed, and the same kind again takes the list away. */
const listOf = (kind) => (state, dispatch) => {
  const there = listAt(state);
  if (!there) return wrapInList(nodes.list, { kind })(state, dispatch);
  if (there.node.attrs.kind === kind) return liftListItem(nodes.list_item)(state, dispatch);
  dispatch?.(state.tr.setNodeMarkup(there.at, null, { ...there.node.attrs, kind }));
  return true;
};

/** The type of block, or an ordinary paragraph where it is that already. */
const blockOf = (type, attrs, ordinary) => (state, dispatch) =>
  isBlock(state, type, attrs)
    ? setBlockType(nodes.paragraph, ordinary)(state, dispatch)
    : setBlockType(type, attrs)(state, dispatch);

export function isBlock({ selection: { $from } }, type, attrs) {
  const { parent } = $from;
  return parent.type === type && Object.entries(attrs).every(([name, value]) => parent.attrs[name] === value);
}

const insertTable = (state, dispatch) => {
  if (isInTable(state)) return false;
  const cell = (type) => type.create(null, nodes.paragraph.create({ numbered: false }));
  const row = (type) => nodes.table_row.create(null, [cell(type), cell(type), cell(type)]);
  const table = nodes.table.create(null, [
    row(nodes.table_header),
    row(nodes.table_cell),
    row(nodes.table_cell),
  ]);
  const { $from } = state.selection;
  const at = $from.depth ? $from.after(1) : $from.pos;
  const inserted = state.tr.insert(at, table);
  // One goes on typing in its first cell.
  dispatch?.(inserted.setSelection(Selection.near(inserted.doc.resolve(at + 1))).scrollIntoView());
  return true;
};

const QUOTE = { style: 'quote', numbered: false };
const PLAIN = { style: null, numbered: true };

export const commands = {
  bold: toggleMark(marks.bold),
  italic: toggleMark(marks.italic),
  bullets: listOf('bullets'),
  numbers: listOf('numbers'),
  letters: listOf('letters'),
  deeper: sinkListItem(nodes.list_item),
  higher: liftListItem(nodes.list_item),
  heading: blockOf(nodes.heading, { level: 2 }, PLAIN),
  quote: blockOf(nodes.paragraph, QUOTE, PLAIN),
  table: insertTable,
  row: addRowAfter,
  column: addColumnAfter,
  dropRow: deleteRow,
  dropColumn: deleteColumn,
  dropTable: deleteTable,
  undo,
  redo,
};

export const pressed = {
  bold: (state) => markIsOn(state, marks.bold),
  italic: (state) => markIsOn(state, marks.italic),
  bullets: (state) => listAt(state)?.node.attrs.kind === 'bullets',
  numbers: (state) => listAt(state)?.node.attrs.kind === 'numbers',
  letters: (state) => listAt(state)?.node.attrs.kind === 'letters',
  heading: (state) => isBlock(state, nodes.heading, { level: 2 }),
  quote: (state) => isBlock(state, nodes.paragraph, QUOTE),
  link: (state) => markIsOn(state, marks.link),
};

const lineBreak = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.line_break.create()).scrollIntoView());
  return true;
});

export const keys = {
  'Mod-b': commands.bold,
  'Mod-i': commands.italic,
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  Enter: splitListItem(nodes.list_item),
  'Shift-Enter': lineBreak,
  // Tab goes on to the next field, as everywhere, but within tables.
  Tab: goToNextCell(1),
  'Shift-Tab': goToNextCell(-1),
  'Mod-]': commands.deeper,
  'Mod-[': commands.higher,
};
