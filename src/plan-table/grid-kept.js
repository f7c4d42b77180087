/** What was typed and not saved yet, by item and column; kept in this window, over the pages of a plan and reloads. */
export function keptFor(plan) {
  const name = `waymark-table-${plan}`;
  let items = {};
  try {
    items = JSON.parse(sessionStorage.getItem(name) ?? '{}');
  } catch {
    items = {};
  }

  return {
    /** `{ version, cells }` of an item; undefined when nothing was typed in its row. */
    of: (item) => items[item],
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
    count: () => Object.values(items).reduce((sum, { cells }) => sum + Object.keys(cells).length, 0),
    /** As the preview takes it. */
    changes: () => JSON.stringify(Object.entries(items).map(([id, change]) => ({ id, ...change }))),
    save() {
      try {
        if (Object.keys(items).length > 0) sessionStorage.setItem(name, JSON.stringify(items));
        else sessionStorage.removeItem(name);
      } catch {
        // Storage is full or closed: the changes are still here, and go with the form.
      }
    },
    clear() {
      items = {};
      sessionStorage.removeItem(name);
    },
  };
}
