import { Workflow } from '../platform/workflow.js';
import type { SupportState } from './vocabulary.js';

/** A request is moved by the name of the state it comes to, by the requester alone. */
export const supportWorkflow = new Workflow<SupportState, SupportState>(
  {
    talks: { from: ['open'], to: 'talks' },
    met: { from: ['open', 'talks'], to: 'met' },
    closed: { from: ['open', 'talks'], to: 'closed' },
    open: { from: ['talks', 'met', 'closed'], to: 'open' },
  },
  'error.supportMove',
);

/** Whether a partner may still answer. */
export const isAnswerable = (state: SupportState): boolean => state === 'open' || state === 'talks';
