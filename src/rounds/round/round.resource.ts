import type { AnswerLine } from '../answers/answers.service.js';
import type { Round, RoundAddressee, RoundQuestion } from './round.entity.js';
import { addresseeName } from './round.view.js';
import type { SeenRound } from './rounds-reader.js';

/** A round as the API shows it; `own` holds what the caller's delegations are asked, and nothing of others. */
export const roundResource = ({ round, own }: SeenRound) => ({
  id: round.id,
  mechanismId: round.mechanismId,
  title: round.title,
  reason: round.reason,
  dueDay: round.dueDay,
  periodStart: round.periodStart,
  periodEnd: round.periodEnd,
  languages: round.languages,
  state: round.state,
  openedAt: round.openedAt?.toISOString() ?? null,
  closedAt: round.closedAt?.toISOString() ?? null,
  version: round.version,
  own: own.map(ownResource),
});

const ownResource = ({ id, kind, subject, state, stateAt }: RoundAddressee) => ({
  id,
  kind,
  subject,
  state,
  stateAt: stateAt?.toISOString() ?? null,
});

export const questionResource = ({ id, kind, itemId, objective, text, hint }: RoundQuestion) => ({
  id,
  kind,
  itemId,
  objective,
  text,
  hint,
});

/** With of whom it is asked: the secretariat's. */
export const managedQuestionResource = (question: RoundQuestion) => ({
  ...questionResource(question),
  asked: question.asked,
  chosen: question.chosen ?? [],
});

/** For the secretariat. A draft has no states yet. */
export const addresseeResource = (addressee: RoundAddressee, round: Round, language: string) => ({
  ...ownResource(addressee),
  state: round.state === 'draft' ? null : addressee.state,
  name: addresseeName(addressee, language),
});

export const answerResource = ({ answer, question, entry, keptBack }: AnswerLine) => ({
  id: answer.id,
  question: questionResource(question),
  prefersNotToAnswer: answer.declinedAt !== null,
  entryId: entry?.id ?? null,
  entryState: entry?.state ?? null,
  /** Handed in, and waiting for clearance within the delegation. */
  inClearance: keptBack,
});
