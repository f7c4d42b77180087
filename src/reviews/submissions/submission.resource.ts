import { wordCount } from '../../platform/documents/word-count.js';
import type { Actor } from '../../platform/http/actor.js';
import { can } from '../../accounts/roles.js';
import { submissionWorkflow } from './submission.workflow.js';
import type { Submission, SubmissionSection } from './submission.entity.js';
import type { SeenSubmission } from './submission-query.service.js';
import { inOrder } from '../document/submission-text.js';
import { toDocument } from '../document/to-document.js';
import { wordLimits } from '../document/word-limits.js';

/** A submission in a list. */
export function submissionResource(submission: Submission) {
  const { id, mechanismId, templateKey: template, cycleId, language, languages } = submission;
  const { state, title, createdAt } = submission;
  return { id, mechanismId, template, cycleId, language, languages, state, title, createdAt };
}

/** A section: the secretariat's own words in it. */
export const sectionResource = ({ key, compiled, edited, version }: SubmissionSection) => ({
  key,
  title: compiled?.title ?? null,
  text: edited,
  version,
});

/** A submission by itself: how far it is, its sections, and what was submitted of it. The text is in its documents. */
export function readingResource(actor: Actor, { submission, sight, text, freezes }: SeenSubmission) {
  const {
    compilation,
    progress,
    compilationError,
    compiledAt,
    compiledHash,
    sections,
    state,
    version,
    circulatedAt,
    answerBy,
  } = submission;
  const submitted = freezes.map(({ number, hash, frozenAt }) => ({ number, hash, frozenAt }));
  const resource = submissionResource(submission);
  if (sight === 'frozen') return { ...resource, state: 'submitted', submitted };
  const editor = can(actor, 'submissions.edit', submission.mechanismId);
  return {
    ...resource,
    version,
    compilation: {
      state: compilation,
      progress,
      error: editor ? compilationError : null,
      compiledAt,
      hash: compiledHash,
    },
    entries: text?.compiled.counts ?? null,
    words: text && { count: wordCount(toDocument(text)), limits: wordLimits },
    circulatedAt,
    answerBy,
    sections: inOrder(sections).map(sectionResource),
    moves: editor ? submissionWorkflow.allowedMoves(state) : [],
    submitted,
  };
}
