import { answeredCount } from '../../../src/rounds/answers/answered-count.js';

type Line = Parameters<typeof answeredCount>[0][number];
const line = (id: string, entry: object | null = null, declined = false) =>
  ({ answer: { id, declinedAt: declined ? new Date() : null }, entry }) as unknown as Line;
const kept = (narrative: string) => ({ state: 'draft', content: { narrative } });
const handedIn = { state: 'submitted', content: { narrative: 'Submitted' } };
const typed = (answers: object) => ({ values: { answers } });

it.each<[string, Line[], object | undefined, [number, number]]>([
  ['nothing, when nothing is typed', [line('a'), line('b')], undefined, [0, 0]],
  ['what is kept', [line('a', kept('Words')), line('b', kept(' '))], undefined, [1, 1]],
  ['what is typed and not kept yet', [line('a'), line('b')], { a: { narrative: 'Words' } }, [1, 1]],
  ['not what was kept and is deleted', [line('a', kept('Words'))], { a: { narrative: '' } }, [0, 0]],
  [
    'what was submitted before, which is not submitted again',
    [line('a', handedIn), line('b')],
    undefined,
    [1, 0],
  ],
  [
    'what the delegation prefers not to report',
    [line('a', null, true), line('b', kept('Words'))],
    undefined,
    [2, 1],
  ],
  ['what it typed after that', [line('a', null, true)], { a: { narrative: 'Words' } }, [1, 1]],
])('before somebody submits, the form counts %s', (_, lines, answers, [answered, open]) => {
  expect(answeredCount(lines, answers && typed(answers))).toEqual({ answered, open });
});
