import fc from 'fast-check';
import { Problem } from '../../../src/platform/http/field.js';
import { readFields } from '../../../src/platform/http/read-input.js';
import { OWNER_KINDS } from '../../../src/plans/plan/vocabulary.js';
import { ItemInput } from '../../../src/plans/items/item.dto.js';
import { itemProblems } from '../../../src/plans/items/item-rules.js';
import { snapshotOf } from '../../../src/plans/items/snapshot.js';
import { PRECISIONS } from '../../../src/plans/items/when.js';

const text = (...lengths: number[]) => fc.constantFrom(...lengths).map((length) => 'x'.repeat(length));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const day = maybe(fc.constantFrom('2026-01-01', '2026-06-30'));
const amount = maybe(fc.constantFrom('1', '1250.50', '1,5', '1.234', '1234567890123456'));
const reference = { framework: 'sdg', code: '8.8' };

const anyItem: fc.Arbitrary<ItemInput> = fc.record({
  code: text(0, 40, 41),
  title: fc.record({
    original: fc.constantFrom('en', 'fr'),
    texts: fc.dictionary(fc.constantFrom('en', 'fr'), text(1, 1000, 1001)),
  }),
  description: maybe(fc.record({ original: fc.constant('en'), texts: fc.record({ en: text(1, 20_001) }) })),
  deliverables: maybe(fc.record({ original: fc.constant('en'), texts: fc.record({ en: text(1, 20_001) }) })),
  notes: maybe(fc.record({ original: fc.constant('en'), texts: fc.record({ en: text(1, 20_001) }) })),
  kind: maybe(text(1, 100, 101)),
  status: fc.constant(null),
  when: fc.record({
    precision: fc.constantFrom(...PRECISIONS),
    start: day,
    end: day,
    text: maybe(text(1, 200, 201)),
  }),
  owners: fc.array(
    fc.record({
      kind: fc.constantFrom(...OWNER_KINDS),
      subject: maybe(fc.constantFrom('KEN', 'nowhere', 'two\nlines', 'IOM\u2028', 'x'.repeat(250))),
    }),
  ),
  objectives: fc.constant([{ objective: 9, letter: 'a' }]),
  principles: fc.constant([1]),
  references: fc.oneof(
    fc.array(fc.record({ framework: fc.constantFrom('sdg', 'a:b', ' '), code: text(1, 100, 101, 250) })),
    fc.constantFrom(200, 201).map((length) => Array<typeof reference>(length).fill(reference)),
  ),
  funding: maybe(
    fc.record({
      currency: maybe(fc.constantFrom('EUR', 'E1R')),
      needed: amount,
      pledged: amount,
      gap: amount,
    }),
  ),
  crossCutting: fc.boolean(),
  institutional: fc.boolean(),
});

it('what is wrong with an item is the same, put together from cells or read from a form', () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      const read = readFields(ItemInput, snapshotOf(item));
      expect(itemProblems(item)).toEqual(read instanceof Problem ? read.errors : {});
    }),
    { numRuns: 500 },
  );
});
