/* Blocks of a document to what the editor edits, and back: what was not touched comes back as it was. */
import { schema } from './schema.js';

const { nodes, marks } = schema;

export const toDoc = (blocks) =>
  nodes.doc.create(null, blocks.length > 0 ? blocks.map(nodeOf) : [nodes.paragraph.create()]);

function nodeOf(block) {
  switch (block.type) {
    case 'heading':
      return nodes.heading.create({ level: block.level }, block.text ? schema.text(block.text) : null);
    case 'paragraph': {
      const { numbered = true, style = null, key = null } = block;
      return nodes.paragraph.create({ numbered, style, key, ...spokenOf(block) }, inlineOf(block.runs));
    }
    case 'list':
      return listNode(block);
    case 'table':
      return tableNode(block);
    case 'kept': {
      const { of, text = null, caption = '' } = block;
      return nodes.kept.create({ of, text, caption });
    }
  }
}

const spokenOf = ({ language = null, direction = null }) => ({ language, direction });
const plain = (runs) => nodes.paragraph.create({ numbered: false }, inlineOf(runs));

function listNode({ kind, start = 1, items, ...rest }) {
  const children = items.map(({ runs, list }) =>
    nodes.list_item.create(null, [plain(runs), ...(list ? [listNode(list)] : [])]),
  );
  return nodes.list.create({ kind, start, ...spokenOf(rest) }, children);
}

function tableNode({ caption = '', columns, rows }) {
  const head = columns.map(({ label, align = null, width = null }) =>
    nodes.table_header.create({ align, width }, plain(label ? [{ text: label }] : [])),
  );
  const body = rows.map((row) =>
    nodes.table_row.create(
      null,
      columns.map((_, index) => nodes.table_cell.create(null, plain(row[index] ?? []))),
    ),
  );
  return nodes.table.create({ caption }, [nodes.table_row.create(null, head), ...body]);
}

function inlineOf(runs) {
  return runs.flatMap((run) => {
    const on = marksOf(run);
    const texts = run.see
      ? [nodes.see.create({ see: run.see, text: run.text }, null, on)]
      : run.text
          .split('\n')
          .flatMap((line, index) => [
            ...(index > 0 ? [nodes.line_break.create(null, null, on)] : []),
            ...(line ? [schema.text(line, on)] : []),
          ]);
    return [...texts, ...(run.footnote?.length ? [nodes.footnote.create({ runs: run.footnote })] : [])];
  });
}

const marksOf = ({ bold, italic, link, language = null, direction = null }) => [
  ...(link ? [marks.link.create({ href: link })] : []),
  ...(bold ? [marks.bold.create()] : []),
  ...(italic ? [marks.italic.create()] : []),
  ...(language || direction ? [marks.spoken.create({ language, direction })] : []),
];

/** The blocks of what stands in the editor. Of two paragraphs of one key, after one was parted, the first keeps it. */
export function toBlocks(doc) {
  const keys = new Set();
  const once = (key) => key && !keys.has(key) && keys.add(key) && key;
  return childrenOf(doc).map((node) => blockOf(node, once));
}

function blockOf(node, once) {
  const { attrs } = node;
  switch (node.type.name) {
    case 'heading':
      return { type: 'heading', level: attrs.level, text: node.textContent };
    case 'paragraph': {
      const key = once(attrs.key);
      return {
        type: 'paragraph',
        runs: runsOf(node),
        ...(!attrs.numbered && !attrs.style && { numbered: false }),
        ...(attrs.style && { style: attrs.style }),
        ...(key && { key }),
        ...spokenIn(attrs),
      };
    }
    case 'list':
      return listOf(node);
    case 'table':
      return tableOf(node);
    case 'kept':
      return {
        type: 'kept',
        of: attrs.of,
        ...(attrs.text !== null && { text: attrs.text }),
        ...(attrs.caption && { caption: attrs.caption }),
      };
  }
}

const childrenOf = (node) => Array.from({ length: node.childCount }, (_, index) => node.child(index));
const spokenIn = ({ language, direction }) => ({
  ...(language && { language }),
  ...(direction && { direction }),
});

function listOf(node) {
  const { kind, start } = node.attrs;
  const items = childrenOf(node).map((item) => ({
    runs: runsOf(item.firstChild),
    ...(item.childCount > 1 && { list: listOf(item.child(1)) }),
  }));
  return { type: 'list', kind, ...(start > 1 && { start }), items, ...spokenIn(node.attrs) };
}

function tableOf(node) {
  const [head, ...body] = childrenOf(node);
  const columns = childrenOf(head).map((cell) => ({
    label: cell.textContent,
    ...(cell.attrs.align && { align: cell.attrs.align }),
    ...(cell.attrs.width && { width: cell.attrs.width }),
  }));
  const rows = body.map((row) => childrenOf(row).map((cell) => runsOf(cell.firstChild)));
  return { type: 'table', ...(node.attrs.caption && { caption: node.attrs.caption }), columns, rows };
}

function runsOf(node) {
  const runs = [];
  for (const child of childrenOf(node)) {
    const last = runs.at(-1);
    if (child.type === nodes.footnote) {
      const note = child.attrs.runs;
      if (last && !last.footnote) last.footnote = note;
      else runs.push({ text: '', footnote: note });
      continue;
    }
    const style = styleOf(child.marks);
    if (child.type === nodes.see) {
      runs.push({ text: child.attrs.text, ...style, see: child.attrs.see });
      continue;
    }
    const text = child.type === nodes.line_break ? '\n' : child.text;
    // A line break is part of the run it stands in.
    if (last && !last.footnote && !last.see && JSON.stringify(styleIn(last)) === JSON.stringify(style))
      last.text += text;
    else runs.push({ text, ...style });
  }
  return runs;
}

const styleIn = ({ text: _, footnote: __, see: ___, ...style }) => style;

function styleOf(on) {
  const style = {};
  for (const { type, attrs } of on) {
    if (type === marks.bold) style.bold = true;
    if (type === marks.italic) style.italic = true;
    if (type === marks.link) style.link = attrs.href;
    if (type === marks.spoken) Object.assign(style, spokenIn(attrs));
  }
  return style;
}
