/*
 * Shortcuts of the keyboard, and a palette that goes anywhere: the links of the navigation, and what the search finds.
 * All of it is on the pages too. The texts stand at this script (`palette-script.tsx`), the letters at the links (`data-go`).
 */
const { dataset: texts } = document.querySelector('script[data-palette]');
const THEN_MS = 1500;
const PAUSE_MS = 250;

const make = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};
const bare = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|ـ/gu, '')
    .toLowerCase();
/** The letter on the key, also where the keyboard writes another script. */
const letterOf = ({ key, code }) =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1].toLowerCase() ?? key);
const isTyped = ({ target }) => target.closest?.('input, textarea, select, [contenteditable], dialog[open]');

/** A dialog that is gone when it is closed. */
function open(label, kind, ...children) {
  const box = make('dialog', { class: kind, 'aria-label': label }, ...children);
  box.addEventListener('close', () => box.remove());
  box.addEventListener('click', ({ target }) => target === box && box.close());
  document.body.append(box);
  box.showModal();
  return box;
}

function showPalette() {
  const list = make('ul', { id: 'palette-list', role: 'listbox', 'aria-label': texts.title });
  const input = make('input', {
    ...{ type: 'search', role: 'combobox', dir: 'auto', maxlength: '200', autocomplete: 'off' },
    ...{
      'aria-label': texts.title,
      'aria-expanded': 'true',
      'aria-controls': list.id,
      placeholder: texts.title,
    },
  });
  const links = [...document.querySelectorAll('nav.side a')].map((link) => ({
    href: link.href,
    text: (link.querySelector('bdi') ?? link.firstChild).textContent,
  }));
  let at = 0;
  let found = [];
  let asked = null;
  let timer = null;

  function choose(next) {
    const options = [...list.querySelectorAll('[role=option]')];
    if (options.length === 0) return input.removeAttribute('aria-activedescendant');
    at = (next + options.length) % options.length;
    options.forEach((one, index) => one.setAttribute('aria-selected', String(index === at)));
    options[at].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', options[at].id);
  }
  function draw() {
    const words = bare(input.value).split(/\s+/).filter(Boolean);
    const near = links.filter(({ text }) => words.every((word) => bare(text).includes(word)));
    const all =
      words.length > 0 ? { href: `/search?q=${encodeURIComponent(input.value)}`, text: texts.all } : null;
    const shown = [...near, ...found, ...(all ? [all] : [])];
    list.replaceChildren(
      ...shown.map(({ href, text, lead, detail }, index) => {
        const option = make(
          'li',
          { role: 'option', id: `palette-${index}` },
          ...(lead ? [make('bdi', {}, lead), ' '] : []),
          make('bdi', {}, text),
          ...(detail ? [make('small', {}, make('bdi', {}, detail))] : []),
        );
        option.dataset.href = href;
        option.addEventListener('click', () => location.assign(href));
        return option;
      }),
    );
    choose(Math.min(at, shown.length - 1));
  }
  async function search() {
    asked?.abort();
    asked = new AbortController();
    found = [];
    if (input.value.trim() !== '') {
      const answer = await fetch(`/api/v1/search?q=${encodeURIComponent(input.value)}`, {
        signal: asked.signal,
      });
      if (!answer.ok) return;
      const { items } = await answer.json();
      found = items
        .slice(0, 10)
        .map(({ href, title, code, detail }) => ({ href, text: title, lead: code, detail }));
    }
    draw();
  }
  input.addEventListener('input', () => {
    at = 0;
    found = [];
    draw();
    clearTimeout(timer);
    // Without a line the sections are there all the same.
    timer = setTimeout(() => search().catch(() => {}), PAUSE_MS);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') choose(at + 1);
    else if (event.key === 'ArrowUp') choose(at - 1);
    else if (event.key === 'Enter') list.querySelector('[aria-selected=true]')?.click();
    else return;
    event.preventDefault();
  });
  open(texts.title, 'palette', input, list);
  draw();
  input.focus();
}

/** The page that lists them, in place. */
async function showKeys() {
  const answer = await fetch(texts.list);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const close = make('button', { type: 'button', class: 'second' }, texts.close);
  const box = open(page.title, 'palette keys', ...page.querySelectorAll('#main h1, #main table'), close);
  close.addEventListener('click', () => box.close());
  close.focus();
}

let goUntil = 0;
document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const letter = letterOf(event);
  const act = (work) => {
    event.preventDefault();
    work();
  };
  if (event.ctrlKey || event.metaKey) {
    if (letter === 'k' && !event.shiftKey && !document.querySelector('dialog[open]')) act(showPalette);
    return;
  }
  if (isTyped(event)) return;
  if (Date.now() < goUntil) {
    goUntil = 0;
    const link = document.querySelector(`[data-go="${CSS.escape(letter)}"]`);
    if (link) act(() => link.click());
  } else if (letter === 'g') goUntil = Date.now() + THEN_MS;
  else if (letter === '/' || (event.code === 'Slash' && !event.shiftKey && !/[ -~]/.test(event.key)))
    act(() => document.querySelector('#search-words, .top-search input')?.focus());
  else if (letter === '?' || letter === '؟') act(() => showKeys().catch(() => location.assign(texts.list)));
});
