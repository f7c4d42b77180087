import { SUBMISSION_STATES } from '../../../src/reviews/submissions/submission.entity.js';
import {
  afterMove,
  movesFrom,
  SUBMISSION_MOVES,
} from '../../../src/reviews/submissions/submission.workflow.js';

describe('the way of a submission', () => {
  it('leads from draft by circulation and clearance to what is submitted', () => {
    expect(afterMove('drafting', 'circulate')).toBe('circulated');
    expect(afterMove('circulated', 'clear')).toBe('cleared');
    expect(afterMove('cleared', 'freeze')).toBe('submitted');
  });

  it('leads back to drafting from everywhere, for what was submitted as a further text', () => {
    expect(afterMove('circulated', 'recall')).toBe('drafting');
    expect(afterMove('cleared', 'recall')).toBe('drafting');
    expect(afterMove('submitted', 'revise')).toBe('drafting');
  });

  it('refuses every other move', () => {
    for (const state of SUBMISSION_STATES) {
      for (const move of SUBMISSION_MOVES.filter((one) => !movesFrom(state).includes(one))) {
        expect(() => afterMove(state, move)).toThrow('error.submissionMove');
      }
    }
    expect(movesFrom('submitted')).toEqual(['revise']);
  });
});
