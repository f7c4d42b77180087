import type { ListKind } from '../document.js';
import { depthOf, listNamed, listsIn } from '../read-word/lists.js';
import { attribute, child, childrenOf, value, type XmlElement } from '../read-word/xml.js';

export interface ListPosition {
  /** The list and what it is made from: programs write the items of one list as items of several. */
  list: string;
  definition: string;
  level: number;
  kind: ListKind;
  start: number;
  /** Whether it says where it begins: its first item then begins a list. */
  isOwn: boolean;
}

const LETTERS =
  /letter|alpha|abjad|russian|hebrew|aiueo|iroha|ganada|chosung|thaiLetters|hindi(Vowels|Consonants)/i;

/** The lists of a file, by the number and the style of a paragraph. */
export class ListDefinitions {
  private readonly definitions: ReadonlyMap<string, XmlElement>;
  private readonly lists: ReadonlyMap<string, XmlElement>;

  constructor(
    numbering: XmlElement | undefined,
    private readonly styles: ReadonlyMap<string, XmlElement>,
  ) {
    ({ definitions: this.definitions, lists: this.lists } = listsIn(numbering));
  }

  /** Where a paragraph with these properties stands in a list; nothing when it is in none. */
  position(properties: XmlElement | undefined): ListPosition | null {
    const named = listNamed(properties, this.styles);
    const { list } = named;
    const level = depthOf(Number(named.level ?? 0));
    const found = this.lists.get(list ?? '');
    if (list === null || !found) return null;
    const own = value(found, 'abstractNumId') ?? '';
    const override = childrenOf(found).find(
      (one) => one.name === 'lvlOverride' && Number(attribute(one, 'ilvl')) === level,
    );
    const definition =
      child(override, 'lvl') ?? this.levels(own).find((one) => Number(attribute(one, 'ilvl')) === level);
    const format = value(definition, 'numFmt') ?? 'decimal';
    if (format === 'none') return null;
    const stated = value(override, 'startOverride');
    const start = Number(stated ?? value(definition, 'start') ?? 1);
    return {
      list,
      definition: own,
      level,
      kind: format === 'bullet' ? 'bullets' : LETTERS.test(format) ? 'letters' : 'numbers',
      start: Number.isInteger(start) && start > 0 && start < 32_768 ? start : 1,
      isOwn: stated !== null,
    };
  }

  /** A definition may stand for a style of lists, which says by its own list what it looks like. */
  private levels(id: string): XmlElement[] {
    const definition = this.definitions.get(id);
    const link = value(definition, 'numStyleLink');
    const linked = link === null ? null : value(child(child(this.styles.get(link), 'pPr'), 'numPr'), 'numId');
    const other = linked && this.definitions.get(value(this.lists.get(linked), 'abstractNumId') ?? '');
    const from = other || definition;
    return from ? childrenOf(from).filter(({ name }) => name === 'lvl') : [];
  }
}
