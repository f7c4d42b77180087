import { ConflictError } from '../../../platform/errors.js';
import type { PassageNews, PassageState } from '../../passages/passage.js';

export const PASSAGE_VERBS = [
  'write',
  'move',
  'leaveOut',
  'takeIn',
  'split',
  'merge',
  'take',
  'keep',
  'settle',
  'remove',
] as const;
export type PassageVerb = (typeof PASSAGE_VERBS)[number];

/** What a verb can be done to. */
interface Condition {
  states?: readonly PassageState[];
  news?: readonly PassageNews[];
  /** Of the secretariat's own: with nothing compiled behind it. */
  own?: boolean;
}

const IN_TEXT = ['compiled', 'edited', 'own'] as const;

/** Each verb, with what it can be done to. All of them only while the document is a draft. */
const verbs: Record<PassageVerb, Condition> = {
  write: { states: IN_TEXT },
  move: { states: IN_TEXT },
  leaveOut: { states: IN_TEXT },
  takeIn: { states: ['left-out'] },
  split: { states: IN_TEXT, news: ['none', 'changed', 'gone'] },
  merge: { states: IN_TEXT, news: ['none', 'changed', 'gone'] },
  /** The compiled words again in place of the edited ones. */
  take: { states: ['edited'], news: ['changed', 'none'] },
  /** The edited words stay, and what is new is settled. */
  keep: { states: ['edited'], news: ['changed', 'gone'] },
  /** The words of a withdrawn source are out of it: it comes back into the document. */
  settle: { states: ['edited', 'own'], news: ['withdrawn'] },
  /** For good. What is compiled would come again: it is left out instead. */
  remove: { states: ['left-out'], own: true },
};

export interface Subject {
  state: PassageState;
  news: PassageNews;
  key: string | null;
}

export function canDo(verb: PassageVerb, { state, news, key }: Subject): boolean {
  const { states, news: some, own } = verbs[verb];
  return (!states || states.includes(state)) && (!some || some.includes(news)) && (!own || key === null);
}

/** Throws ConflictError when it cannot be done to this passage as it stands. */
export function demandVerb(verb: PassageVerb, subject: Subject): void {
  if (!canDo(verb, subject)) throw new ConflictError('error.passageVerb');
}

/** What a passage is once it has words of the secretariat's, or has been taken in again. */
export function stateWith({ key, edited }: { key: string | null; edited: boolean }): PassageState {
  if (key === null) return 'own';
  return edited ? 'edited' : 'compiled';
}
