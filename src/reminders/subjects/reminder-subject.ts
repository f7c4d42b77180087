import type { Actor } from '../../platform/http/actor.js';
import type { Day } from '../../platform/i18n/day.js';
import type { TextKey, Translate } from '../../platform/i18n/i18n.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { LetterLink } from '../../platform/mail/letter.js';
import type { AskedVoice, ResponsibleParty } from '../sweep/recipients.js';
import type { ReminderRule, RuleSubject } from '../reminder.entity.js';
import type { SkipReason } from '../mail/delivery.entity.js';

/** Nest's token for all of them. */
export const REMINDER_SUBJECTS = Symbol('REMINDER_SUBJECTS');

/**
 * Something people can be reminded of: it has a day, or goes on, and somebody answers for it. A new kind is one class
 * with this interface beside the others, named in `reminders.module.ts`, with its texts and its test.
 */
export interface ReminderSubject {
  readonly kind: string;
  readonly words: SubjectWords;
  /** What the history calls it. */
  readonly historyKind: string;
  /** What `about` says in rules that ask about these alone; null where no rule does. */
  readonly about: RuleSubject | null;
  /** Whether "not this time" has a meaning: it is asked about again and again. */
  readonly snoozable: boolean;
  /** Whether the preview lists those that nobody would be asked about. */
  readonly showsUnreached: boolean;
  /** Why somebody who is no longer asked is not, when their account is open. */
  readonly notAsked: SkipReason;
  /** The page that shows which rules ask about it. */
  readonly page?: SubjectPage;

  /** Whether a rule, as it stands, asks about these. */
  asks(rule: Pick<ReminderRule, 'kind' | 'about' | 'planId'>): boolean;
  /** What a rule asks about on some days, in pages, so that a large plan does not have to fit in memory at once. */
  due(rule: ReminderRule, when: DueDays): AsyncIterable<DueSubject[]>;
  /** How these stand at the moment of sending, by id. What is gone is not in it. */
  check(ids: readonly string[]): Promise<Map<string, SubjectState>>;
  /** The same as pages show them. */
  describe(ids: readonly string[]): Promise<SubjectDescription[]>;
  /** In a mail: where the person answers, and what else they may do. */
  links(subject: SubjectDescription, to: LinkTarget): SubjectLinks | Promise<SubjectLinks>;
  /** What was answered so far, where answers are given for each due day. */
  answers?(ids: readonly string[]): Promise<SubjectAnswer[]>;
}

/** Due on one of some days; due between two, both included; or under way on the day of a periodic rule. */
export type DueDays = { on: readonly Day[] } | { from: Day; until: Day } | { underWay: Day };

export interface SubjectRef {
  subjectKind: string;
  subjectId: string;
}

/** What has to be known of a subject to see whether, and whom, to ask about it. */
export interface DueSubject {
  kind: string;
  id: string;
  startDay: Day | null;
  dueDay: Day | null;
  owners: ResponsibleParty[];
}

export interface SubjectDescription {
  kind: string;
  id: string;
  /** Empty where there is none. */
  code: string;
  title: Localized;
  mechanismId: string;
  /** The plan it belongs to, if any. */
  plan: { id: string; title: Localized } | null;
  dueDay: Day | null;
  /** Its page, from the root. */
  href: string;
  words: SubjectWords;
}

export interface SubjectState {
  description: SubjectDescription;
  startDay: Day | null;
  owners: ResponsibleParty[];
  /** Why a rule no longer asks about it, or not because of this day; null while it does. */
  obstacle: (rule: ReminderRule, dueDay: Day) => SkipReason | null;
}

/** The last day that what somebody reported reaches to. */
export interface SubjectAnswer {
  subjectId: string;
  voice: Pick<AskedVoice, 'kind' | 'subject'>;
  until: Day;
}

export interface SubjectLinks {
  action: LetterLink;
  links: LetterLink[];
}

/** To whom a link of a mail is given. */
export interface LinkTarget {
  actor: Actor;
  t: Translate;
  /** The address where the person says this wish about the subject. */
  wish: (kind: 'later' | 'never') => string;
}

/** What is said otherwise of one kind than of another. */
export interface SubjectWords {
  /** The day it was asked for has gone by. */
  was: TextKey;
  /** A mail about these alone; without, the mail speaks of "matters". */
  mail?: MailWords;
  /** Reasons that read otherwise than `reminders.skipped`. */
  skipped: Partial<Record<SkipReason, TextKey>>;
  /** What a person may wish, each with its explanation under `.text`; and what holds once they wished for no more. */
  wish: Record<'later' | 'never', WishKey> & { none: TextKey };
}

export interface SubjectPage {
  /** The place of its panels. */
  name: string;
  /** Said where no rule asks about it. */
  noRule: TextKey;
  /** Throws NotFoundError when there is no such subject for this actor. */
  mechanismOf: (actor: Actor, id: string) => Promise<string>;
}

export interface MailWords {
  ask: TextKey;
  nearest: TextKey;
  several: TextKey;
}

/** A text that has another with `.text` beside it. */
export type WishKey = { [K in TextKey]: `${K}.text` extends TextKey ? K : never }[TextKey];
