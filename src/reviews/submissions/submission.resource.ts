import type { Actor } from '../../platform/http/actor.js';
import { can } from '../../accounts/roles.js';
import type { DocumentOverview } from './document-overview.js';
import type { SubmissionFile } from '../files/submission-file.entity.js';
import { submissionWorkflow } from './submission.workflow.js';
import type { Submission, SubmissionSection } from './submission.entity.js';
import type { SeenSubmission } from './submission-query.service.js';

/** A document in a list. */
export function submissionResource(submission: Submission) {
  const { id, mechanismId, templateKey: template, cycleId, language, languages } = submission;
  const { state, title, createdAt } = submission;
  return { id, mechanismId, template, cycleId, language, languages, state, title, createdAt };
}

/** A section, with the secretariat's own words before the compiled part. */
export const sectionResource = ({ key, title, version, text, language }: ShownSection) => ({
  key,
  title: title[language as 'en'] ?? title.en,
  text,
  version,
});

/** `language`: the document's original one. */
export type ShownSection = SubmissionSection & { text: string | null; language: string };

/** A document by itself: how far it is, its sections, and what was submitted of it. The text is in its files. */
export function readingResource(
  actor: Actor,
  { submission, sight, freezes }: SeenSubmission,
  files: readonly SubmissionFile[],
  overview: DocumentOverview | null,
  texts: ReadonlyMap<string, string>,
) {
  const { compilation, progress, compilationError, compiledAt, compiledHash, compiled } = submission;
  const { state, version, circulatedAt, answerBy, periodFrom, periodUntil, form, language } = submission;
  const submitted = freezes.map(({ number, hash, frozenAt }) => ({
    ...{ number, hash, frozenAt },
    files: files
      .filter(({ freezeNumber, fingerprint }) => freezeNumber === number && fingerprint === null)
      .map(({ name, language, format, bytes, sha256 }) => ({ name, language, format, bytes, sha256 })),
  }));
  const resource = submissionResource(submission);
  if (sight === 'frozen' || !overview) return { ...resource, state: 'submitted', submitted };
  const editor = can(actor, 'submissions.edit', submission.mechanismId);
  return {
    ...resource,
    periodFrom,
    periodUntil,
    version,
    compilation: {
      state: compilation,
      progress,
      error: editor ? compilationError : null,
      compiledAt,
      hash: compiledHash,
    },
    // Beside the text they would tell how many stand in it unnamed, however few.
    entries: editor ? (compiled?.counts ?? null) : null,
    words: compiled && { count: overview.words, characters: overview.characters, limits: form.limits },
    circulatedAt,
    answerBy,
    sections: overview.sections.map(({ section }) =>
      sectionResource({ ...section, language, text: texts.get(section.key) ?? null }),
    ),
    lengths: overview.sections.map(({ section: { key, limits }, words, characters, passages }) => ({
      ...{ key, words, characters, passages, limits },
    })),
    moves: editor ? submissionWorkflow.allowedMoves(state) : [],
    submitted,
  };
}
