import { isEditable, practiceWorkflow } from '../../src/practices/practice.workflow.js';
import { PRACTICE_STATES } from '../../src/practices/vocabulary.js';

describe('the moves of a practice', () => {
  it('are few in every state', () => {
    expect(
      Object.fromEntries(PRACTICE_STATES.map((state) => [state, practiceWorkflow.allowedMoves(state)])),
    ).toEqual({
      draft: ['offer'],
      offered: ['endReview', 'withdraw'],
      reviewed: ['share', 'withdraw'],
      shared: ['share', 'withdraw'],
      withdrawn: ['revise'],
    });
  });

  it('never change a text that others may read', () => {
    expect(PRACTICE_STATES.filter(isEditable)).toEqual(['draft', 'reviewed']);
    expect(() => practiceWorkflow.move('draft', 'share')).toThrow('error.practiceMove');
  });
});
