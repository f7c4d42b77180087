import { States } from '../../../accounts/states.js';
import { alphabet } from '../../../platform/i18n/alphabet.js';
import { ENTRY_PARTS, type EntryPart } from '../../templates/template.js';
import type { OutlinedEntry } from '../compilation-outline.js';
import type { ItemFacts } from '../facts/document-facts.js';
import type { Placement, SpotContents } from './placement.js';

/** Named reports about the same items, in the order they are written in. */
export interface ActionLine {
  items: ItemFacts[];
  entries: OutlinedEntry[];
}

/** In which order named reports stand: that of the document's original language, in every version. */
export class DocumentOrder {
  private readonly items: Map<string, { item: ItemFacts; at: number }>;
  private readonly keyed = new Map<string, { at: number; part: EntryPart }>();
  private readonly names = new Map<string, string>();

  constructor(
    items: readonly ItemFacts[],
    private readonly entries: ReadonlyMap<string, OutlinedEntry>,
    private readonly language: string,
    placement: Placement,
  ) {
    this.items = new Map(items.map((item, at) => [item.id, { item, at }]));
    for (const { taken } of placement.sections)
      for (const { spots } of taken)
        for (const spot of spots)
          for (const part of ENTRY_PARTS)
            for (const line of this.lines(spot, part))
              for (const { id } of line.entries)
                if (!this.keyed.has(id)) this.keyed.set(id, { at: this.keyed.size, part });
  }

  /** Whether this part is the first of its entry in the document: others refer to it, and it cites the evidence. */
  isFirst = (entryId: string, part: EntryPart): boolean => this.keyed.get(entryId)?.part === part;

  /** Of these entries those that have words in the document, as they follow each other there. */
  following(entryIds: readonly string[]): OutlinedEntry[] {
    const at = (id: string) => this.keyed.get(id)!.at;
    return entryIds
      .filter((id) => this.keyed.has(id))
      .sort((a, b) => at(a) - at(b))
      .map((id) => this.entries.get(id)!);
  }

  /** What named reporters say in one part of their reports, item by item as the plan has them; what is about none comes last. */
  lines(spot: Pick<SpotContents, 'named'>, part: EntryPart): ActionLine[] {
    const lines = new Map<string, ActionLine>();
    for (const placed of spot.named) {
      if (placed.part !== part) continue;
      const entry = this.entries.get(placed.entryId)!;
      const items = this.itemsOf(entry);
      const key = items.map(({ id }) => id).join(' ');
      const line = lines.get(key) ?? { items, entries: [] };
      line.entries.push(entry);
      lines.set(key, line);
    }
    const { compare } = alphabet(this.language);
    for (const { entries } of lines.values())
      entries.sort(
        (a, b) =>
          RANK[a.reporterKind] - RANK[b.reporterKind] ||
          compare(this.nameOf(a), this.nameOf(b)) ||
          order(a.periodStart + a.periodEnd, b.periodStart + b.periodEnd) ||
          order(a.id, b.id),
      );
    const place = ({ items }: ActionLine) => (items[0] ? this.items.get(items[0].id)!.at : Infinity);
    const rest = ({ items }: ActionLine) => items.map(({ id }) => this.items.get(id)!.at).join(' ');
    return [...lines.values()].sort((a, b) => {
      const [first, second] = [place(a), place(b)];
      return first === second ? order(rest(a), rest(b)) : first - second;
    });
  }

  /** Of the plans the document is about, in their order. */
  itemsOf({ itemIds }: OutlinedEntry): ItemFacts[] {
    return itemIds
      .flatMap((id) => this.items.get(id) ?? [])
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }

  private nameOf({ reporterKind, reporter }: OutlinedEntry): string {
    if (reporterKind !== 'state') return reporter ?? '';
    const code = reporter ?? '';
    const name = this.names.get(code) ?? States.name(code, this.language);
    this.names.set(code, name);
    return name;
  }
}

const RANK = { state: 0, partner: 1, secretariat: 2 } as const;
const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));
