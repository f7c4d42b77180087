export const ROUND_STATES = ['draft', 'open', 'closed'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** What a question is about: an item of a plan, an objective of the Compact, or the secretariat's own words. */
export const QUESTION_KINDS = ['item', 'objective', 'free'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Of whom a question is asked: of those the plan names for its item, of every addressee, or of some chosen by hand. */
export const QUESTION_TARGETS = ['owners', 'everybody', 'chosen'] as const;
export type QuestionTarget = (typeof QUESTION_TARGETS)[number];

export const ADDRESSEE_KINDS = ['state', 'partner'] as const;
export type AddresseeKind = (typeof ADDRESSEE_KINDS)[number];

/**
 * How far an addressee is: `declined` is "prefers not to report", an answer like any other. The order is that of a
 * conversation and no measure: nothing sorts or counts by it.
 */
export const ADDRESSEE_STATES = ['invited', 'opened', 'drafting', 'submitted', 'declined'] as const;
export type AddresseeState = (typeof ADDRESSEE_STATES)[number];
