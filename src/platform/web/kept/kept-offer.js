import texts from './texts.js';

const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

/** A moment as the reader writes it. */
export const momentIn = (zone) => (at) =>
  new Intl.DateTimeFormat(texts.locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);

/**
 * Shows above a form what is kept of it (`words`: label and text of each field), and asks what to do with it: it never goes
 * into the form by itself, since what is saved may be newer. `changedSince`: whether something was saved after it was typed.
 */
export function offer(form, { at, words, zone, changedSince, take, drop }) {
  const button = (text, act, kind = '') => {
    const made = element('button', { type: 'button', class: kind }, text);
    made.addEventListener('click', act);
    return made;
  };
  const list = element('dl', {});
  for (const { label, text } of words.filter((one) => one.text.trim()))
    list.append(element('dt', {}, label), element('dd', { dir: 'auto', class: 'kept' }, text));
  const box = element(
    'section',
    { class: 'notice', role: 'status', 'data-kept-offer': '' },
    element('p', {}, texts['kept.offer'].replace('{at}', momentIn(zone)(at))),
    ...(changedSince ? [element('p', {}, texts['kept.changedSince'])] : []),
    element('details', changedSince ? { open: '' } : {}, element('summary', {}, texts['form.yours']), list),
    element(
      'div',
      { class: 'buttons' },
      button(texts['kept.take'], () => {
        box.remove();
        take();
      }),
      button(
        texts['kept.drop'],
        () => {
          if (!confirm(texts['kept.dropSure'])) return;
          box.remove();
          drop();
        },
        'second',
      ),
    ),
  );
  form.before(box);
}
