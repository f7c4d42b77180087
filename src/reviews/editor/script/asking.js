/* What a button asks for, in place: an address, a footnote, a caption. */
import texts from './texts.js';
import { isAddress, noteText, schema } from './schema.js';

export const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** What is asked at the moment, by the place where it stands: how it is taken and put away. */
const open = new WeakMap();

/** Takes what was typed so far. */
export const settle = (asking) => open.get(asking)?.();

/**
 * A field for one line or more, in place; Enter and the button take it, Escape and its button leave it. Whoever goes on
 * elsewhere in the page means what they typed: it is taken.
 */
function ask(view, asking, { label, value, take, type = 'input', remove }) {
  settle(asking);
  const field = element(type, { value, ...(type === 'textarea' && { rows: 3 }) });
  const buttons = element('span', { className: 'buttons' });
  const parts = [element('label', {}, `${label} `, field), buttons];
  const ends = new AbortController();
  const close = () => {
    ends.abort();
    open.delete(asking);
    for (const part of parts) part.remove();
  };
  const takeTyped = () => {
    const typed = field.value.trim();
    if (typed !== value) take(typed);
  };
  const end = (work) => () => {
    close();
    work?.();
    view.focus();
  };
  const done = end(takeTyped);
  const button = (text, work) => {
    const made = element('button', { type: 'button', className: 'second', textContent: text });
    made.addEventListener('click', work);
    buttons.append(made);
  };
  button(texts['editor.take'], done);
  if (remove) button(texts['editor.remove'], end(remove));
  button(texts['editor.cancel'], end());
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') end()();
    // The form around it is not sent.
    if (event.key === 'Enter' && (type === 'input' || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      done();
    }
  });
  const isOurs = (target) => parts.some((part) => part.contains(target));
  const { signal } = ends;
  open.set(asking, () => {
    close();
    takeTyped();
  });
  asking.addEventListener(
    'focusout',
    ({ relatedTarget }) => relatedTarget && !isOurs(relatedTarget) && settle(asking),
    { signal },
  );
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (isOurs(target)) return;
      ends.abort();
      open.delete(asking);
      takeTyped();
      // What is being pressed does not move away under the pointer.
      for (const name of ['pointerup', 'pointercancel'])
        document.addEventListener(name, () => setTimeout(() => parts.forEach((part) => part.remove())), {
          once: true,
        });
    },
    { signal, capture: true },
  );
  asking.append(...parts);
  field.focus();
}

export function askLink(view, asking) {
  const { link } = schema.marks;
  const { from, to, empty } = view.state.selection;
  let href = '';
  view.state.doc.nodesBetween(from, Math.max(to, from + 1), (node) => {
    href ||= link.isInSet(node.marks)?.attrs.href ?? '';
  });
  const take = (address) => {
    if (!isAddress(address)) return;
    const { tr } = view.state;
    const mark = link.create({ href: address });
    if (empty) tr.replaceWith(from, to, schema.text(address, [mark]));
    else tr.addMark(from, to, mark);
    view.dispatch(tr);
  };
  const remove = () => view.dispatch(view.state.tr.removeMark(from, to, link));
  ask(view, asking, {
    label: texts['editor.ask.link'],
    value: href || 'https://',
    take,
    ...(href && { remove }),
  });
}

/** A new footnote where the caret is; with one selected, that. */
export function askNote(view, asking) {
  // What is asked already may be at the same place.
  settle(asking);
  const { from, to, node } = view.state.selection;
  const there = node?.type === schema.nodes.footnote ? node : null;
  const take = (text) => {
    if (!text) return;
    const note = schema.nodes.footnote.create({ runs: [{ text }] });
    view.dispatch(view.state.tr.replaceWith(there ? from : to, to, note));
  };
  const remove = () => view.dispatch(view.state.tr.delete(from, to));
  ask(view, asking, {
    label: texts['editor.ask.footnote'],
    value: there ? noteText(there.attrs.runs) : '',
    type: 'textarea',
    take,
    ...(there && { remove }),
  });
}

export function askCaption(view, asking) {
  const { $from } = view.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type !== schema.nodes.table) continue;
    const at = $from.before(depth);
    const take = (caption) =>
      view.dispatch(view.state.tr.setNodeMarkup(at, null, { ...node.attrs, caption }));
    return ask(view, asking, { label: texts['editor.ask.caption'], value: node.attrs.caption, take });
  }
}
