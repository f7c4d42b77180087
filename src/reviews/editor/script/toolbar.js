/* The buttons over an editor: one stop of the Tab key, arrows among them. */
import { isInTable } from 'prosemirror-tables';
import texts from './texts.js';
import { commands, pressed } from './commands.js';
import { isAddress, noteText, schema } from './schema.js';

const BUTTONS = [
  'bold',
  'italic',
  'link',
  'footnote',
  'bullets',
  'numbers',
  'letters',
  'deeper',
  'higher',
  'heading',
  'quote',
  'table',
];
const IN_TABLES = ['row', 'column', 'dropRow', 'dropColumn', 'dropTable', 'caption'];
const LAST = ['undo', 'redo'];
/** Shown in place of a word; the word is the button's name. */
const SIGNS = {
  bold: 'B',
  italic: 'I',
  bullets: '•',
  numbers: '1.',
  letters: 'a)',
  deeper: '⇥',
  higher: '⇤',
  quote: '❝',
  undo: '↶',
  redo: '↷',
};

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

export function toolbarOf(view, id) {
  const bar = element('div', { className: 'editor-bar' });
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', texts['editor.toolbar']);
  bar.setAttribute('aria-controls', id);
  const asking = element('div', { className: 'editor-asking' });
  const buttons = [...BUTTONS, ...IN_TABLES, ...LAST].map((name) => {
    const label = texts[`editor.button.${name}`];
    const button = element('button', { type: 'button', textContent: SIGNS[name] ?? label, title: label });
    button.dataset.does = name;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', () => press(view, name, asking));
    bar.append(button);
    return button;
  });
  bar.addEventListener('keydown', (event) => walk(event, buttons));

  function update(state) {
    const inTable = isInTable(state);
    for (const button of buttons) {
      const name = button.dataset.does;
      button.hidden = IN_TABLES.includes(name) ? !inTable : name === 'table' && inTable;
      if (pressed[name]) button.setAttribute('aria-pressed', String(pressed[name](state)));
      const command = commands[name];
      button.setAttribute('aria-disabled', String(command ? !command(state) : false));
    }
    const shown = buttons.filter(({ hidden }) => !hidden);
    if (!shown.some(({ tabIndex }) => tabIndex === 0)) shown[0].tabIndex = 0;
  }
  buttons.forEach((button, index) => (button.tabIndex = index === 0 ? 0 : -1));
  return { bar, asking, update };
}

function walk(event, buttons) {
  const shown = buttons.filter(({ hidden }) => !hidden);
  const at = shown.indexOf(document.activeElement);
  const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
  const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, Home: -at, End: shown.length - 1 - at }[
    event.key
  ];
  if (step === undefined || at < 0) return;
  event.preventDefault();
  const next = shown[(at + step + shown.length) % shown.length];
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
}

function press(view, name, asking) {
  asking.replaceChildren();
  if (name === 'link') return askLink(view, asking);
  if (name === 'footnote') return askNote(view, asking);
  if (name === 'caption') return askCaption(view, asking);
  commands[name](view.state, view.dispatch, view);
  view.focus();
}

/** A field for one line or more, in place; Enter and the button take it, Escape leaves it. */
function ask(asking, { label, value, take, type = 'input', remove }) {
  const field = element(type, { value, ...(type === 'textarea' && { rows: 3 }) });
  const close = () => asking.replaceChildren();
  const done = () => {
    close();
    take(field.value.trim());
  };
  const buttons = element('span', { className: 'buttons' });
  const button = (text, work) => {
    const made = element('button', { type: 'button', className: 'second', textContent: text });
    made.addEventListener('click', work);
    buttons.append(made);
  };
  button(texts['editor.take'], done);
  if (remove)
    button(texts['editor.remove'], () => {
      close();
      remove();
    });
  button(texts['editor.cancel'], close);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    // The form around it is not sent.
    if (event.key === 'Enter' && (type === 'input' || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      done();
    }
  });
  asking.replaceChildren(element('label', {}, `${label} `, field), buttons);
  field.focus();
}

function askLink(view, asking) {
  const { link } = schema.marks;
  const { from, to, empty } = view.state.selection;
  let href = '';
  view.state.doc.nodesBetween(from, Math.max(to, from + 1), (node) => {
    href ||= link.isInSet(node.marks)?.attrs.href ?? '';
  });
  const set = (address) => {
    const { tr } = view.state;
    if (isAddress(address)) {
      const mark = link.create({ href: address });
      if (empty) tr.replaceSelectionWith(schema.text(address, [mark]), false);
      else tr.addMark(from, to, mark);
    }
    view.dispatch(tr);
    view.focus();
  };
  const remove = () => {
    view.dispatch(view.state.tr.removeMark(from, to, link));
    view.focus();
  };
  ask(asking, {
    label: texts['editor.ask.link'],
    value: href || 'https://',
    take: set,
    ...(href && { remove }),
  });
}

/** A new footnote where the caret is; with one selected, that. */
export function askNote(view, asking) {
  const { selection } = view.state;
  const there = selection.node?.type === schema.nodes.footnote ? selection.node : null;
  const before = there ? noteText(there.attrs.runs) : '';
  const take = (text) => {
    if (text && text !== before) {
      const note = schema.nodes.footnote.create({ runs: [{ text }] });
      const { tr } = view.state;
      view.dispatch(there ? tr.replaceSelectionWith(note) : tr.insert(selection.to, note));
    }
    view.focus();
  };
  const remove = () => {
    view.dispatch(view.state.tr.deleteSelection());
    view.focus();
  };
  ask(asking, {
    label: texts['editor.ask.footnote'],
    value: before,
    type: 'textarea',
    take,
    ...(there && { remove }),
  });
}

function askCaption(view, asking) {
  const { $from } = view.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type !== schema.nodes.table) continue;
    const at = $from.before(depth);
    const take = (caption) => {
      view.dispatch(view.state.tr.setNodeMarkup(at, null, { ...node.attrs, caption }));
      view.focus();
    };
    return ask(asking, { label: texts['editor.ask.caption'], value: node.attrs.caption, take });
  }
}
