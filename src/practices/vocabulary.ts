export const PRACTICE_STATES = ['draft', 'offered', 'reviewed', 'shared', 'withdrawn'] as const;
export type PracticeState = (typeof PRACTICE_STATES)[number];

/**
 * The lines of the checklist for practice submissions of the UN Network on Migration (stored as `review-process`,
 * `repositoryOfPractices`). The Word template's full list of fields is not confirmed by a stored document; the fields of
 * a practice here are this project's reading of the checklist and of the repository's filters.
 */
export const CRITERIA = ['objectives', 'principles', 'after-2018', 'completed', 'innovative'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** What an owner says to a line. Not numbers, and never added up. */
export const CHECK_ANSWERS = ['yes', 'partly', 'no', 'unsure'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

/** How far the practice has been carried out, in its owner's words. */
export const COMPLETIONS = ['begun', 'partly', 'mostly', 'fully'] as const;
export type Completion = (typeof COMPLETIONS)[number];
