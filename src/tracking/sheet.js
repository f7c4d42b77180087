// Closes in a plan's sheet what was opened in it, and ticks all rows at once. htmx opens.
const depthOf = (row) => Number(row.dataset.depth);

/** Rows below one in the tree, with the reports that stand under them. */
function below(row) {
  const rows = [];
  for (let next = row.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.dataset.depth !== undefined && depthOf(next) <= depthOf(row)) break;
    rows.push(next);
  }
  return rows;
}

document.addEventListener(
  'click',
  (event) => {
    const link = event.target.closest?.('a.opens, a.branch[hx-get]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const isOpen = link.getAttribute('aria-expanded') === 'true';
    if (link.classList.contains('branch')) {
      if (isOpen) for (const row of below(link.closest('tr'))) row.remove();
      return;
    }
    if (isOpen) {
      event.preventDefault();
      event.stopImmediatePropagation();
      document.getElementById(link.dataset.opens)?.remove();
    }
    link.setAttribute('aria-expanded', String(!isOpen));
  },
  true,
);

/** How many rows are ticked stands beside what is to be done with them, which opens with the first. */
const bulk = document.querySelector('.sheet-bulk details');
function count() {
  const ticked = document.querySelectorAll('.tracking input[name=items]:checked').length;
  const shown = document.getElementById('ticked');
  shown.hidden = ticked === 0;
  shown.textContent = `${shown.dataset.label}: ${ticked}`;
  if (ticked === 1) bulk.open = true;
}
if (bulk)
  document.addEventListener('change', (event) => {
    if (event.target.matches?.('.tracking input[name=items]')) count();
  });

const all = document.getElementById('tick-all');
if (all) {
  all.hidden = false;
  all.addEventListener('click', () => {
    const boxes = [...document.querySelectorAll('.tracking input[name=items]')];
    const tick = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = tick;
    count();
  });
}
