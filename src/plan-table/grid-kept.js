import { forget, keptBy, newId } from '../platform/web/kept/kept-store.js';

/** By which this window knows its own changes from those of another; it outlives reloads and signing in. */
function windowId() {
  const id = sessionStorage.getItem('waymark-window') ?? newId();
  sessionStorage.setItem('waymark-window', id);
  return id;
}

const numberOf = (items) =>
  Object.values(items).reduce((sum, { cells }) => sum + Object.keys(cells).length, 0);

/**
 * What was typed and not saved yet, by item and column: kept in this browser, over the pages of a plan, reloads and
 * sign-ins, for whoever typed it alone.
 */
export async function keptFor(plan, keeper) {
  const store = keptBy(keeper);
  const name = `table ${plan}`;
  const id = `${windowId()}-${plan}`;
  const there = (await store.all()).filter((one) => one.name === name);
  let items = there.find((one) => one.id === id)?.items ?? {};

  return {
    /** `{ version, cells }` of an item; undefined when nothing was typed in its row. */
    of: (item) => items[item],
    /** What was typed in windows that may be closed by now. */
    others: there.filter((one) => one.id !== id && numberOf(one.items) > 0),
    /** Goes on with what another window began; what was typed here stays. */
    take(other) {
      for (const [item, { version, cells }] of Object.entries(other.items))
        items[item] = { version, ...items[item], cells: { ...cells, ...items[item]?.cells } };
      this.save();
      this.drop(other);
    },
    drop: (other) => void store.drop(other.id),
    /** Text of a cell, typed over a version of its item; the first version stays. Null when it is as it was. */
    set(item, version, column, text) {
      if (text !== null) {
        items[item] ??= { version, cells: {} };
        items[item].cells[column] = text;
      } else if (items[item]) {
        delete items[item].cells[column];
        if (Object.keys(items[item].cells).length === 0) delete items[item];
      }
    },
    count: () => numberOf(items),
    /** As the preview takes it. */
    changes: () => JSON.stringify(Object.entries(items).map(([of, change]) => ({ id: of, ...change }))),
    save() {
      if (numberOf(items) > 0) void store.put(id, { name, items: structuredClone(items) });
      else void store.drop(id);
    },
    clear() {
      items = {};
      forget(id);
      void store.drop(id);
    },
  };
}
