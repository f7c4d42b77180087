import fc from 'fast-check';
import { readBlocks } from '../../../src/reviews/editor/words/sent-blocks.js';
// @ts-expect-error A script of the browser.
import { toBlocks, toDoc } from '../../../src/reviews/editor/script/blocks.js';

type Value = Record<string, unknown>;
const words = fc
  .string({ minLength: 1, maxLength: 12 })
  .filter((text) => /^[^\r\n\0]+$/.test(text) && text.isWellFormed());
const style = fc.record(
  {
    bold: fc.constant(true),
    italic: fc.constant(true),
    link: fc.constant('https://example.org/a'),
    language: fc.constantFrom('ar', 'fr'),
  },
  { requiredKeys: [] },
);
const run = fc.oneof(
  fc.tuple(words, style).map(([text, looks]): Value => ({ text, ...looks })),
  fc.tuple(words, words).map(([text, note]): Value => ({ text, footnote: [{ text: note, italic: true }] })),
  words.map((text): Value => ({ text, see: 'entry:1' })),
  fc.tuple(words, words).map(([one, other]): Value => ({ text: `${one}\n${other}` })),
);
const runs = fc.array(run, { minLength: 1, maxLength: 4 });
const list = fc.letrec<{ list: Value }>((tie) => ({
  list: fc.record(
    {
      type: fc.constant('list'),
      kind: fc.constantFrom('bullets', 'numbers', 'letters'),
      items: fc.array(
        fc.record({
          runs,
          list: fc.option(tie('list'), { nil: undefined, depthSize: 'small', maxDepth: 2 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    },
    { requiredKeys: ['type', 'kind', 'items'] },
  ),
})).list;
const table = fc.integer({ min: 1, max: 3 }).chain((columns) =>
  fc.record({
    type: fc.constant('table'),
    caption: words,
    columns: fc.array(fc.record({ label: words, align: fc.constant('end') }), {
      minLength: columns,
      maxLength: columns,
    }),
    rows: fc.array(fc.array(runs, { minLength: columns, maxLength: columns }), { maxLength: 3 }),
  }),
);
const block = fc.oneof(
  fc.record({ type: fc.constant('paragraph'), runs, numbered: fc.constant(false) }),
  fc.record({ type: fc.constant('paragraph'), runs, style: fc.constant('quote') }),
  fc.record({ type: fc.constant('heading'), level: fc.constantFrom(1, 2, 3), text: words }),
  fc.record({ type: fc.constant('kept'), of: fc.constant(0), text: words }),
  list,
  table,
);

/** Neighbours of one look are one run: the editor does not know where one ended. */
function joinedRuns(value: unknown): unknown {
  if (Array.isArray(value)) {
    const all = value.map(joinedRuns) as Value[];
    if (!all.every((one) => typeof one?.text === 'string' && !('type' in one) && !('level' in one)))
      return all;
    return all.reduce<Value[]>((runsSoFar, one) => {
      const last = runsSoFar.at(-1);
      const look = ({ text: _, footnote: __, ...rest }: Value) => JSON.stringify(Object.entries(rest).sort());
      if (!last || last.footnote || last.see || one.see || look(last) !== look(one))
        return [...runsSoFar, one];
      return [
        ...runsSoFar.slice(0, -1),
        { ...last, ...one, text: `${String(last.text)}${String(one.text)}` },
      ];
    }, []);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([name, one]) => [name, joinedRuns(one)]),
  );
}

it('gives back what it was given, when nothing was changed', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
      const back = JSON.parse(JSON.stringify(toBlocks(toDoc(blocks)))) as unknown;
      expect(joinedRuns(back)).toEqual(joinedRuns(JSON.parse(JSON.stringify(blocks))));
    }),
  );
});

/** A paragraph or a heading that says nothing is left out. */
const isBlank = ({ type, text, runs: said }: Value) =>
  type === 'heading'
    ? !(text as string).trim()
    : type === 'paragraph' && (said as Value[]).every((one) => !(one.text as string).trim() && !one.footnote);

it('sends what the server reads as the same', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
      const sent = JSON.parse(JSON.stringify(toBlocks(toDoc(blocks)))) as Value[];
      expect(readBlocks(JSON.stringify(sent))).toEqual(sent.filter((one) => !isBlank(one)));
    }),
  );
});
