import { type Progress, roundWorkflow, stateFrom } from '../../../src/rounds/round/round.workflow.js';

const none: Progress = { declined: false, entry: 'none' };
const declined: Progress = { declined: true, entry: 'none' };
const working: Progress = { declined: false, entry: 'working' };
const standing: Progress = { declined: false, entry: 'standing' };

test('a draft is edited and opened, an open round extended, answered and closed, a closed one left alone', () => {
  const moves = ['edit', 'open', 'answer', 'extend', 'close'] as const;
  expect(moves.filter((move) => roundWorkflow.allows('draft', move))).toEqual(['edit', 'open']);
  expect(moves.filter((move) => roundWorkflow.allows('open', move))).toEqual(['answer', 'extend', 'close']);
  expect(moves.filter((move) => roundWorkflow.allows('closed', move))).toEqual([]);
  expect(() => roundWorkflow.move('closed', 'answer')).toThrow('error.round.answer');
});

test('nobody has written: opened', () => expect(stateFrom([none, none], false)).toBe('opened'));
test('some is written: drafting', () => expect(stateFrom([working, none], false)).toBe('drafting'));
test('handed in, but one more was begun: drafting', () =>
  expect(stateFrom([standing, working], true)).toBe('drafting'));
test('all questions are answered: submitted, without saying so', () =>
  expect(stateFrom([standing, standing], false)).toBe('submitted'));
test('what was declined is not waited for', () =>
  expect(stateFrom([standing, declined], false)).toBe('submitted'));
test('one answer, and the delegation said that this is all: submitted', () =>
  expect(stateFrom([standing, none], true)).toBe('submitted'));
test('one answer, and it did not: drafting', () =>
  expect(stateFrom([standing, none], false)).toBe('drafting'));
test('every question declined: declined', () =>
  expect(stateFrom([declined, declined], false)).toBe('declined'));
test('handed in without a word: no answer yet', () => expect(stateFrom([none], true)).toBe('opened'));
