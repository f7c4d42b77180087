import { isAnswerable, supportWorkflow } from '../../src/support/support.workflow.js';
import { SUPPORT_STATES } from '../../src/support/vocabulary.js';

describe('the way of a request', () => {
  it('leads from every state to another, and back to open', () => {
    for (const state of SUPPORT_STATES) {
      expect(supportWorkflow.allowedMoves(state)).not.toContain(state);
      if (state !== 'open') expect(supportWorkflow.allowedMoves(state)).toContain('open');
    }
  });

  it('can be answered until it is met or closed', () => {
    expect(SUPPORT_STATES.filter(isAnswerable)).toEqual(['open', 'talks']);
  });
});
