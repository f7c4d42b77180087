/* The buttons over an editor: one stop of the Tab key, arrows among them. */
import { isInTable } from 'prosemirror-tables';
import texts from './texts.js';
import { askCaption, askLink, askNote, element, settle } from './asking.js';
import { commands, pressed } from './commands.js';

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
  settle(asking);
  if (name === 'link') return askLink(view, asking);
  if (name === 'footnote') return askNote(view, asking);
  if (name === 'caption') return askCaption(view, asking);
  commands[name](view.state, view.dispatch, view);
  view.focus();
}
