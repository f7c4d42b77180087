import { SUBMISSION_STATES } from '../../../src/reviews/submissions/submission.entity.js';
import {
  SUBMISSION_MOVES,
  submissionWorkflow,
} from '../../../src/reviews/submissions/submission.workflow.js';

describe('the way of a submission', () => {
  it('leads from draft by circulation and clearance to what is submitted', () => {
    expect(submissionWorkflow.move('drafting', 'circulate')).toBe('circulated');
    expect(submissionWorkflow.move('circulated', 'clear')).toBe('cleared');
    expect(submissionWorkflow.move('cleared', 'freeze')).toBe('submitted');
  });

  it('leads back to drafting from everywhere, for what was submitted as a further text', () => {
    expect(submissionWorkflow.move('circulated', 'recall')).toBe('drafting');
    expect(submissionWorkflow.move('cleared', 'recall')).toBe('drafting');
    expect(submissionWorkflow.move('submitted', 'revise')).toBe('drafting');
  });

  it('refuses every other move', () => {
    for (const state of SUBMISSION_STATES) {
      for (const move of SUBMISSION_MOVES.filter(
        (one) => !submissionWorkflow.allowedMoves(state).includes(one),
      )) {
        expect(() => submissionWorkflow.move(state, move)).toThrow('error.submissionMove');
      }
    }
    expect(submissionWorkflow.allowedMoves('submitted')).toEqual(['revise']);
  });
});
