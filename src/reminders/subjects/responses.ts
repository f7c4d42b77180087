import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { inSlices } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { addDays, type Day } from '../../platform/i18n/day.js';
import { type AskedVoice, voiceKey } from '../sweep/recipients.js';
import type { ReminderRule } from '../reminder.entity.js';
import { EVERY_SUBJECT, ReminderWish } from '../wishes/reminder-wish.entity.js';
import { answeredFrom } from '../rules/schedule.js';
import { previousOccurrenceDay } from '../rules/recurrence.js';
import type { SubjectRef } from './reminder-subject.js';
import { byKind, ReminderSubjects } from './reminder-subjects.js';

/** What people said already: what they reported, and what they wish for reminders. */
export class Responses {
  /** Last day any answer reaches to, by subject and voice. */
  readonly answers = new Map<string, Day>();
  /** Wishes by account and subject. */
  readonly wishes = new Map<string, ReminderWish>();

  /**
   * Whether every voice a person is asked for has answered: has an answer that reaches to `from`. Somebody else of the
   * same voice may have written it; another State's says nothing.
   */
  answered(subjectId: string, voices: readonly AskedVoice[], from: Day): boolean {
    return voices.every((voice) => (this.answers.get(`${subjectId}/${voiceKey(voice)}`) ?? '') >= from);
  }

  /** Whether the person asked not to be reminded of this on a day. */
  wish(accountId: string, subjectId: string, day: Day): 'stopped' | 'not-this-round' | null {
    const own = [EVERY_SUBJECT, subjectId].map((about) => this.wishes.get(`${accountId}/${about}`));
    if (own.some((wish) => wish?.untilDay === null)) return 'stopped';
    return own.some((wish) => wish?.untilDay && day < wish.untilDay) ? 'not-this-round' : null;
  }
}

@Injectable()
export class ResponsesReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subjects: ReminderSubjects,
  ) {}

  /** What was said until now about these subjects and by these people. */
  async read(refs: Iterable<SubjectRef>, accountIds: Iterable<string>): Promise<Responses> {
    const responses = new Responses();
    for (const { subject, ids } of byKind(refs, this.subjects.all)) {
      const answers = await inSlices(ids, async (some) => (await subject.answers?.(some)) ?? []);
      for (const { subjectId, voice, until } of answers)
        responses.answers.set(`${subjectId}/${voiceKey(voice)}`, until);
    }
    const wishes = await inSlices([...new Set(accountIds)], (some) =>
      this.unitOfWork.read.findBy(ReminderWish, { accountId: In(some) }),
    );
    for (const wish of wishes) responses.wishes.set(`${wish.accountId}/${wish.subjectId}`, wish);
    return responses;
  }
}

/**
 * To which day an answer has to reach to count for a rule's due day: for a periodic rule beyond its occurrence
 * before; for the others see `answeredFrom`.
 */
export function answersFrom(rule: ReminderRule, zone: string, dueDay: Day, subjectStart: Day | null): Day {
  if (rule.kind !== 'periodic') return answeredFrom(dueDay, subjectStart);
  return addDays(previousOccurrenceDay(rule.recurrence!, zone, dueDay), 1);
}
