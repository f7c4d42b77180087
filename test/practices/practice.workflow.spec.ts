import { isEditable, practiceWorkflow, standingOf } from '../../src/practices/practice.workflow.js';
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

  it.each([
    ['draft', true, 'in-clearance'],
    ['draft', false, 'draft'],
    ['reviewed', true, 'in-clearance'],
    // Others read it as it is, whatever more is to be opened.
    ['shared', true, 'shared'],
    ['withdrawn', true, 'withdrawn'],
  ] as const)('leave it standing in one word (%s, kept back: %s)', (state, keptBack, standing) => {
    expect(standingOf(state, keptBack)).toBe(standing);
  });

  it('never change a text that others may read', () => {
    expect(PRACTICE_STATES.filter(isEditable)).toEqual(['draft', 'reviewed']);
    expect(() => practiceWorkflow.move('draft', 'share')).toThrow('error.practiceMove');
  });
});
