import type { List, ListItem } from '../document.js';
import { canBegin, follows, indentOf, isRoman, type Marker, markerOf } from './markers.js';

const DEEPEST = 6;

/** A list whose items are lines still. */
export interface LineList extends Omit<List, 'items'> {
  items: LineItem[];
}
export interface LineItem extends Omit<ListItem, 'runs' | 'list'> {
  text: string;
  list?: LineList;
}

interface Open {
  indent: number;
  shape: string;
  list: LineList;
  last: number;
}

/** Reads the list that begins at a line, and the line after it. Deeper lists are indented, or have another kind of marker. */
export function readList(lines: readonly string[], from: number): { list: LineList; next: number } {
  const reader = new ListReader(markerOf(lines[from]!)!);
  let next = from + 1;
  for (let at = next; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (line.trim() === '') continue;
    if (!reader.take(line, at > next)) break;
    next = at + 1;
  }
  return { list: reader.list, next };
}

class ListReader {
  readonly list: LineList;
  private readonly open: Open[];

  constructor(first: Marker) {
    const begun = beginning(first);
    this.list = begun.list;
    this.open = [begun];
  }

  /** Whether the line belongs to the list. */
  take(line: string, isAfterBlank: boolean): boolean {
    const marker = markerOf(line);
    if (marker && this.item(marker, isAfterBlank)) return true;
    const isInside = indentOf(line) > this.open[0]!.indent + (isAfterBlank || marker ? 1 : 0);
    if (!isInside && (isAfterBlank || !isRoman(line))) return false;
    const last = this.open.at(-1)!.list.items.at(-1)!;
    last.text += `\n${line.trim()}`;
    return true;
  }

  private item(marker: Marker, isAfterBlank: boolean): boolean {
    while (this.open.length > 1 && this.open.at(-1)!.indent > marker.indent) this.open.pop();
    const top = this.open.at(-1)!;
    if (marker.indent >= top.indent + 2) return this.nest(marker);
    if (marker.indent < top.indent - 1) return false;
    const same = this.open.findLastIndex(
      ({ shape, indent }) => shape === marker.shape && Math.abs(indent - marker.indent) < 2,
    );
    if (same >= 0) {
      const entry = this.open[same]!;
      if (!goesOn(entry, marker, isAfterBlank)) return false;
      this.open.length = same + 1;
      add(entry, marker);
      return true;
    }
    return !isAfterBlank && this.nest(marker);
  }

  /** A list under the last item, which has no more than one. */
  private nest(marker: Marker): boolean {
    const top = this.open.at(-1)!;
    const item = top.list.items.at(-1)!;
    if (this.open.length >= DEEPEST) {
      if (marker.shape !== top.shape || !goesOn(top, marker, false)) return false;
      add(top, marker);
      return true;
    }
    if (!item.list) {
      if (!canBegin(marker)) return false;
      const begun = beginning(marker);
      item.list = begun.list;
      this.open.push(begun);
      return true;
    }
    if (item.list.kind !== marker.kind) return false;
    const last = (item.list.start ?? 1) + item.list.items.length - 1;
    const again: Open = { indent: marker.indent, shape: marker.shape, list: item.list, last };
    if (!goesOn(again, marker, true)) return false;
    this.open.push(again);
    add(again, marker);
    return true;
  }
}

const goesOn = ({ list, last }: Open, marker: Marker, isAfterBlank: boolean): boolean =>
  follows(
    marker,
    last,
    !isAfterBlank && (list.start ?? 1) === 1 && last === list.items.length && isAllOnes(list),
  );

/** Some number every item 1. */
const ONES = new WeakSet<LineList>();
const isAllOnes = (list: LineList) => list.items.length === 1 || ONES.has(list);

function add(entry: Open, { text, value, kind }: Marker): void {
  if (kind !== 'bullets' && value === 1) ONES.add(entry.list);
  else ONES.delete(entry.list);
  entry.list.items.push({ text });
  entry.last += 1;
}

function beginning({ indent, kind, shape, value, text }: Marker): Open {
  const start = kind === 'bullets' || value === 1 ? {} : { start: value };
  const list: LineList = { type: 'list', kind, ...start, items: [{ text }] };
  return { indent, shape, list, last: value };
}
