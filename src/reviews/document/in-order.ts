import type { SubmissionSection } from '../submissions/submission.entity.js';

export const inOrder = <T extends Pick<SubmissionSection, 'position'>>(sections: readonly T[]): T[] =>
  [...sections].sort((a, b) => a.position - b.position);
