import fc from 'fast-check';
import type { ReleasedSource } from '../../../../src/progress/release/released-entry.js';
import { ENTRY_PARTS } from '../../../../src/reviews/templates/template.js';
import { FIELDS } from '../../../../src/reviews/compilation/words/entry-words.js';
import type { ItemFacts } from '../../../../src/reviews/compilation/facts/document-facts.js';
import { item, source } from '../examples.js';

export const MEMBERS = ['DZA', 'EGY', 'ETH', 'FRA', 'ITA', 'KEN', 'MAR', 'NGA', 'SEN', 'SOM', 'SDN', 'TUN'];
const FRENCH = ['DZA', 'FRA', 'MAR', 'SEN', 'TUN'];

/** A mechanism as somebody knows it who wants to find out who wrote what: its plan, with who answers for which item. */
export interface Generated {
  items: ItemFacts[];
  owners: Map<string, string>;
  sources: ReleasedSource[];
  /** Of each text in the document, whose it is: what nobody is to find out. */
  stateOf: Map<string, string>;
  fewest: number;
}

/** Reporters report on their own items mostly, some much more than others, and each is named always, never or at times. */
export const generated: fc.Arbitrary<Generated> = fc
  .record({
    fewest: fc.integer({ min: 2, max: 5 }),
    items: fc.array(
      fc.record({
        objectives: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
        owner: fc.nat(11),
      }),
      { minLength: 3, maxLength: 12 },
    ),
    named: fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 12, maxLength: 12 }),
    entries: fc.array(
      fc.record({
        reporter: fc.oneof({ weight: 1, arbitrary: fc.nat(2) }, { weight: 6, arbitrary: fc.nat(11) }),
        own: fc.boolean(),
        item: fc.nat(),
        chance: fc.double({ min: 0, max: 1, noNaN: true }),
        parts: fc.uniqueArray(fc.constantFrom(...ENTRY_PARTS), { minLength: 1 }),
        translated: fc.boolean(),
      }),
      { maxLength: 60, size: 'max' },
    ),
  })
  .map(({ fewest, items: drawn, named, entries }) => {
    const items = drawn.map(({ objectives }, index) =>
      item(String(index + 1), ...objectives.sort((a, b) => a - b)),
    );
    const owners = new Map(drawn.map(({ owner }, index) => [items[index]!.id, MEMBERS[owner]!]));
    const stateOf = new Map<string, string>();
    const sources = entries.map(({ reporter, own, item: at, chance, parts, translated }, index) => {
      const state = MEMBERS[reporter]!;
      const owned = items.filter(({ id }) => owners.get(id) === state);
      const about = own && owned.length > 0 ? owned[at % owned.length]! : items[at % items.length]!;
      const isNamed = chance < named[reporter]!;
      const words = Object.fromEntries(
        parts.map((part) => {
          const text = `word${index}${part}.`;
          stateOf.set(text, state);
          return [FIELDS[part], text];
        }),
      );
      const language = FRENCH.includes(state) && !translated ? 'fr' : 'en';
      return source([about], { state, named: isNamed, content: { language, ...words } });
    });
    return { items, owners, sources, stateOf, fewest };
  });
