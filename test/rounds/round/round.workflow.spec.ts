import { type Progress, roundWorkflow, stateFrom } from '../../../src/rounds/round/round.workflow.js';

const none: Progress = { declined: false, entry: 'none' };
const declined: Progress = { declined: true, entry: 'none' };
const draft: Progress = { declined: false, entry: 'draft' };
const submitted: Progress = { declined: false, entry: 'submitted' };

test('a draft is edited and opened, an open round extended, answered and closed, a closed one left alone', () => {
  const moves = ['edit', 'open', 'answer', 'extend', 'close'] as const;
  expect(moves.filter((move) => roundWorkflow.allows('draft', move))).toEqual(['edit', 'open']);
  expect(moves.filter((move) => roundWorkflow.allows('open', move))).toEqual(['answer', 'extend', 'close']);
  expect(moves.filter((move) => roundWorkflow.allows('closed', move))).toEqual([]);
  expect(() => roundWorkflow.move('closed', 'answer')).toThrow('error.round.answer');
});

test('nobody has written: opened', () => expect(stateFrom([none, none], false)).toBe('opened'));
test('some is written: drafting', () => expect(stateFrom([draft, none], false)).toBe('drafting'));
test('handed in, but one more was begun: drafting', () =>
  expect(stateFrom([submitted, draft], true)).toBe('drafting'));
test('all questions are answered: submitted, without saying so', () =>
  expect(stateFrom([submitted, submitted], false)).toBe('submitted'));
test('what was declined is not waited for', () =>
  expect(stateFrom([submitted, declined], false)).toBe('submitted'));
test('one answer, and the delegation said that this is all: submitted', () =>
  expect(stateFrom([submitted, none], true)).toBe('submitted'));
test('one answer, and it did not: drafting', () =>
  expect(stateFrom([submitted, none], false)).toBe('drafting'));
test('every question declined: declined', () =>
  expect(stateFrom([declined, declined], false)).toBe('declined'));
test('handed in without a word: no answer yet', () => expect(stateFrom([none], true)).toBe('opened'));
