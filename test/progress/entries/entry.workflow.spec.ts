import { entryWorkflow, isEditable } from '../../../src/progress/entries/entry.workflow.js';
import { ENTRY_STATES } from '../../../src/progress/entries/vocabulary.js';

describe('the reporter’s moves', () => {
  it('are few in every state', () => {
    expect(
      Object.fromEntries(ENTRY_STATES.map((state) => [state, entryWorkflow.allowedMoves(state)])),
    ).toEqual({
      draft: ['submit'],
      submitted: ['withdraw', 'revise'],
      accepted: ['withdraw', 'revise'],
      returned: ['submit', 'withdraw'],
      withdrawn: ['revise'],
    });
  });

  it('lead to one state each, and are refused elsewhere', () => {
    expect(entryWorkflow.move('returned', 'submit')).toBe('submitted');
    expect(() => entryWorkflow.move('submitted', 'submit')).toThrow('error.entryMove');
    expect(ENTRY_STATES.filter(isEditable)).toEqual(['draft', 'returned']);
  });
});
