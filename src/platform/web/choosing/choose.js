// Of a field that chooses from long lists: loads a list when it is opened, narrows it by what is typed, says what is chosen.

/** As words are compared: without accents, vowel signs and the marks that keep directions apart. */
const fold = (text) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u2066-\u2069]/gu, '')
    .toLowerCase()
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي');

const nameOf = (box) => {
  const name = box.closest('label').querySelector('bdi');
  return (name.querySelector('b') ?? name).textContent.trim().slice(0, 50);
};

function choose(field) {
  const texts = JSON.parse(field.dataset.choose);
  const said = field.querySelector('[data-said]');
  const boxes = () => [...field.querySelectorAll('input[type=checkbox]')];

  function say() {
    const names = boxes()
      .filter((box) => box.checked)
      .map((box) => `\u2068${nameOf(box)}\u2069`);
    const list = new Intl.ListFormat(document.documentElement.lang).format(names);
    const text = names.length === 0 ? texts.none : texts.some;
    said.textContent = text.replace('{number}', names.length).replace('{list}', list);
  }

  function narrow(list, words) {
    const asked = fold(words).split(/\s+/).filter(Boolean);
    const rows = [...list.querySelectorAll('label')];
    const matches = (row) => asked.every((word) => fold(row.textContent).includes(word));
    for (const row of rows) row.hidden = !matches(row);
    // A group is shown under what heads it; of a heading that was meant, all below it.
    for (const group of list.querySelectorAll('[role=group]')) {
      const [head, ...below] = group.querySelectorAll('label');
      if (below.every((row) => row.hidden)) {
        if (!head.hidden) for (const row of below) row.hidden = false;
      } else head.hidden = false;
    }
    const count = rows.filter((row) => !row.hidden).length;
    list.querySelector('[data-shown]').textContent = asked.length
      ? texts.shown.replace('{number}', count).replace('{total}', rows.length)
      : '';
  }

  function prepare(list) {
    const find = list.querySelector('.choose-find');
    const above = new Set([...field.querySelectorAll('.choices input')].map(({ value }) => value));
    // What stands on top already only says here where it stands.
    for (const box of list.querySelectorAll('input[name]')) if (above.has(box.value)) box.remove();
    find.hidden = false;
    const input = find.querySelector('input');
    input.addEventListener('input', (event) => {
      event.stopPropagation();
      narrow(list, input.value);
    });
    input.addEventListener('change', (event) => event.stopPropagation());
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
    });
  }

  async function load(details) {
    if (details.querySelector('[data-rows], [data-loads]')) return;
    const wait = document.createElement('p');
    Object.assign(wait, { className: 'hint', textContent: texts.loading });
    wait.dataset.loads = '';
    wait.setAttribute('role', 'status');
    details.append(wait);
    try {
      const answer = await fetch(details.dataset.href);
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      wait.insertAdjacentHTML('afterend', await answer.text());
      wait.remove();
      const list = details.querySelector('[data-rows]');
      if (list) prepare(list);
    } catch {
      // Opened again, it is asked for again.
      wait.textContent = texts.failed;
      delete wait.dataset.loads;
      details.addEventListener('toggle', () => wait.remove(), { once: true });
    }
  }

  for (const details of field.querySelectorAll('details')) {
    const list = details.querySelector('[data-rows]');
    if (list) prepare(list);
    details.addEventListener('toggle', () => details.open && void load(details));
  }
  field.addEventListener('change', say);
  // What the browser kept may be in a list that is not there yet.
  field.closest('form').addEventListener('kept-values', async ({ detail }) => {
    const values = detail[field.dataset.name] ?? [];
    const isHere = (value) => boxes().some((box) => box.value === value);
    if (values.every(isHere)) return say();
    for (const details of field.querySelectorAll('details')) await load(details);
    for (const box of boxes()) box.checked = values.includes(box.value);
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  say();
}

for (const field of document.querySelectorAll('[data-choose]')) choose(field);
