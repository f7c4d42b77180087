import { Workflow } from '../../platform/workflow.js';
import type { TranscriptState } from './vocabulary.js';

export type TranscriptMove = 'change' | 'withdraw' | 'confirm' | 'refuse';

/** `change` and `withdraw` are the secretariat's, the others the delegation's. After any but the first it stays as it is. */
export const transcriptWorkflow = new Workflow<TranscriptState, TranscriptMove>(
  {
    change: { from: ['waiting'], to: 'waiting' },
    withdraw: { from: ['waiting'], to: 'withdrawn' },
    confirm: { from: ['waiting'], to: 'confirmed' },
    refuse: { from: ['waiting'], to: 'refused' },
  },
  'error.transcript.decided',
);
