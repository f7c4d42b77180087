import { startingChoice } from '../../../src/rounds/uses/starting-choice.js';

describe('what the page of all answers begins with', () => {
  const choice = (visibility: 'delegation' | 'mechanism' | 'public', release: 'none' | 'attributed') => ({
    visibility,
    release,
  });
  it.each([
    ['no answer', [], choice('delegation', 'none')],
    [
      'all the same',
      [choice('public', 'attributed'), choice('public', 'attributed')],
      choice('public', 'attributed'),
    ],
    [
      'as many each way: the narrower',
      [choice('public', 'none'), choice('delegation', 'attributed')],
      choice('delegation', 'none'),
    ],
    [
      'most of them',
      [choice('mechanism', 'none'), choice('mechanism', 'attributed'), choice('delegation', 'attributed')],
      choice('mechanism', 'attributed'),
    ],
  ])('%s', (_, chosen, expected) => {
    expect(startingChoice(chosen)).toEqual(expected);
  });
});
