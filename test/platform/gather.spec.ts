import { Gather } from '../../src/platform/gather.js';

test('what is asked in one turn is answered by one call, each with its own', async () => {
  const calls: number[][] = [];
  const gather = new Gather(async (numbers: number[]) => {
    calls.push(numbers);
    return numbers.map((number) => number * 10);
  });
  expect(await Promise.all([1, 2, 3].map((number) => gather.one(number)))).toEqual([10, 20, 30]);
  expect(await gather.one(4)).toBe(40);
  expect(calls).toEqual([[1, 2, 3], [4]]);
});

test('a failure is everybody’s who asked, and the next turn’s no more', async () => {
  let fails = true;
  const gather = new Gather(async (numbers: number[]) => {
    if (fails) throw new Error('no');
    return numbers;
  });
  const asked = await Promise.allSettled([gather.one(1), gather.one(2)]);
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await gather.one(3)).toBe(3);
});
