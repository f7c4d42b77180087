/* What is typed into an editor and is not saved yet, in this browser; offered when the passage is opened again. */
import texts from './texts.js';

export function wordsKept(form) {
  const { keeper, keptStore, keptName } = form.dataset;
  const none = { put: async () => {}, drop: async () => {}, offer: async () => {} };
  if (!keeper) return none;
  const id = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  const store = import(keptStore).then(({ keptBy }) => keptBy(keeper));
  const version = () => form.elements.version?.value;
  return {
    put: async (blocks) => (await store).put(id, { name: keptName, values: { blocks }, version: version() }),
    drop: async () => (await store).drop(id),
    async offer(place, { now, take }) {
      const found = (await (await store).all()).find((one) => one.name === keptName && one.id !== id);
      if (!found) return;
      const drop = async () => (await store).drop(found.id);
      if (JSON.stringify(found.values.blocks) === now()) return drop();
      const box = document.createElement('div');
      box.className = 'notice';
      box.setAttribute('role', 'status');
      const at = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
        found.at,
      );
      box.append(texts['editor.keptOffer'].replace('{at}', at), ' ');
      const button = (label, work) => {
        const made = Object.assign(document.createElement('button'), {
          type: 'button',
          className: 'second',
          textContent: label,
        });
        made.addEventListener('click', () => {
          box.remove();
          work();
        });
        box.append(made, ' ');
      };
      button(texts['kept.take'], () => {
        take(found.values.blocks);
        void drop();
      });
      button(texts['kept.drop'], drop);
      place.prepend(box);
    },
  };
}
