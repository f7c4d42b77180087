/* The page of a section: a passage opens into an editor in place. Without this every link leads to a page with a form. */
import { edit, fragmentOf } from './passage-editor.js';

const open = new Map();

async function load(href) {
  const answer = await fetch(href, { headers: { 'x-editor': 'on' }, redirect: 'error' });
  if (!answer.ok) throw new Error(String(answer.status));
  return fragmentOf(await answer.text());
}

document.addEventListener('click', async (event) => {
  const link = event.target.closest('a[data-edit]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const place = link.closest('[data-passage]');
  const piece = await load(link.href).catch(() => null);
  const form = piece?.querySelector('form[data-editor]');
  // What cannot be opened in place is opened as a page, which says why.
  if (!form || !place) return location.assign(link.href);
  const key = place.id;
  open.get(key)?.close();
  const before = [...place.childNodes];
  place.replaceChildren(...piece.childNodes);
  start(place, form, before, link);
});

/** `before` null: the page is one form. */
function start(place, form, before, link) {
  const key = place.id;
  const leave = () => (before ? location.reload() : location.assign(form.dataset.back));
  const editor = edit(form, {
    focus: true,
    replaced(html, taken) {
      editor.destroy();
      open.delete(key);
      const piece = fragmentOf(html);
      const again = piece.querySelector('form[data-editor]');
      if (again) {
        place.replaceChildren(...piece.childNodes);
        start(place, again, before, link);
        place.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' });
        return;
      }
      const passage = piece.querySelector('[data-passage]');
      if (!taken || !passage || !before) return leave();
      const meter = piece.querySelector('[data-meter]');
      if (meter) document.querySelector('[data-meter]')?.replaceWith(meter);
      place.replaceWith(passage);
      passage.querySelector('a[data-edit]')?.focus();
    },
    closed(untouched) {
      editor.destroy();
      open.delete(key);
      // What was saved meanwhile is shown as it is now.
      if (!before || !untouched) return leave();
      place.replaceChildren(...before);
      link.focus();
    },
  });
  open.set(key, { close: () => editor.destroy() });
}

for (const form of document.querySelectorAll('form[data-editor]'))
  start(form.closest('[data-passage]'), form, null, null);
