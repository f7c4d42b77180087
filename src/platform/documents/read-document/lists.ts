import type { InLanguage, List, ListItem, Run } from '../document.js';
import type { ListPosition } from './list-definitions.js';

export interface ReadItem extends InLanguage {
  at: ListPosition;
  runs: Run[];
}

interface Open {
  list: List;
  at: ListPosition;
}

/** Items that follow each other as lists, those of deeper levels under the item before them. */
export function listsOf(items: readonly ReadItem[], seen: Set<string>): List[] {
  const lists: List[] = [];
  const open: Open[] = [];
  for (const item of items) {
    const { at } = item;
    const isNew = begins(at, seen);
    // What is deeper ends; what begins a list ends the one of its level.
    while (open.length > 0 && open.at(-1)!.at.level > at.level) open.pop();
    const same = open.at(-1)?.at.level === at.level ? open.at(-1) : undefined;
    // A list under an item is one: what begins there goes on in it.
    const isOther = same && (isNew || same.at.definition !== at.definition);
    if (same && !(isOther && open.length === 1)) {
      same.list.items.push(itemOf(item));
      continue;
    }
    if (same) open.pop();
    const list: List = { type: 'list', kind: at.kind, ...startOf(at), items: [itemOf(item)] };
    const above = open.at(-1)?.list.items.at(-1);
    if (above) above.list = list;
    else lists.push(list);
    open.push({ list, at });
  }
  return lists.flatMap((list) => tidied(list, sharedIn(list)));
}

/** Whether an item is the first of a list that says where it begins. */
function begins({ list, level, isOwn }: ListPosition, seen: Set<string>): boolean {
  const key = `${list} ${level}`;
  if (!isOwn || seen.has(key)) return false;
  seen.add(key);
  return true;
}

const startOf = ({ kind, start }: ListPosition) => (kind !== 'bullets' && start !== 1 ? { start } : {});

/** The language of an item is its runs' until it is known to be the whole list's. */
interface OwnItem extends ListItem {
  own: InLanguage;
}
const itemOf = ({ runs, language, direction }: ReadItem): ListItem => {
  const item: OwnItem = { runs, own: { ...(language && { language }), ...(direction && { direction }) } };
  return item;
};

/** What all items have, of the lists in it too: those take it from the list above them. */
function sharedIn(list: List): InLanguage {
  const all = ownIn(list);
  const common = <K extends keyof InLanguage>(name: K) =>
    all.every((own) => own[name] === all[0]?.[name]) ? all[0]?.[name] : undefined;
  return { language: common('language'), direction: common('direction') };
}

const ownIn = (list: List): InLanguage[] =>
  (list.items as OwnItem[]).flatMap(({ own, list: under }) => [own, ...(under ? ownIn(under) : [])]);

/** Leaves out what is empty; what not all items share is said of their runs. */
function tidied(list: List, shared: InLanguage, isUnder = false): List[] {
  const items = (list.items as OwnItem[]).flatMap(({ runs, own, list: inner }): ListItem[] => {
    const [under] = inner ? tidied(inner, shared, true) : [];
    const isEmpty = !runs.some(({ text, footnote, see }) => text.trim() || footnote !== undefined || see);
    if (isEmpty && !under) return [];
    const apart = {
      ...(!shared.language && own.language && { language: own.language }),
      ...(!shared.direction && own.direction && { direction: own.direction }),
    };
    return [{ runs: runs.map((run) => ({ ...apart, ...run })), ...(under && { list: under }) }];
  });
  if (items.length === 0) return [];
  const { language, direction } = isUnder ? {} : shared;
  return [{ ...list, ...(language && { language }), ...(direction && { direction }), items }];
}
