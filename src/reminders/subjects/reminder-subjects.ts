import { Inject, Injectable } from '@nestjs/common';
import { inSlices } from '../../platform/database/in-slices.js';
import type { ReminderRule } from '../reminder.entity.js';
import {
  type DueDays,
  type DueSubject,
  REMINDER_SUBJECTS,
  type ReminderSubject,
  type SubjectDescription,
  type SubjectRef,
  type SubjectState,
} from './reminder-subject.js';

/** Every kind of thing people are reminded of, asked together. */
@Injectable()
export class ReminderSubjects {
  constructor(@Inject(REMINDER_SUBJECTS) readonly all: readonly ReminderSubject[]) {}

  /** Throws when the code knows no such kind. */
  ofKind(kind: string): ReminderSubject {
    const found = this.all.find((subject) => subject.kind === kind);
    if (!found) throw new Error(`there is no reminder subject of kind ${kind}`);
    return found;
  }

  async *due(rule: ReminderRule, when: DueDays): AsyncGenerator<DueSubject[]> {
    for (const subject of this.all) if (subject.asks(rule)) yield* subject.due(rule, when);
  }

  /** How these stand now, by id. What is gone is not in it. */
  async check(refs: Iterable<SubjectRef>): Promise<Map<string, SubjectState>> {
    const states = await Promise.all(byKind(refs, this.all).map(({ subject, ids }) => subject.check(ids)));
    return new Map(states.flatMap((some) => [...some]));
  }

  /** As pages show them, by id. What is gone is not in it. */
  async describe(refs: Iterable<SubjectRef>): Promise<Map<string, SubjectDescription>> {
    const found = new Map<string, SubjectDescription>();
    for (const { subject, ids } of byKind(refs, this.all))
      for (const one of await inSlices(ids, (some) => subject.describe(some))) found.set(one.id, one);
    return found;
  }

  /** What an id from a link stands for. Mails that are out name no kind; an id is in one table only. */
  async find(id: string): Promise<SubjectDescription | null> {
    const refs = this.all.map(({ kind }) => ({ subjectKind: kind, subjectId: id }));
    return (await this.describe(refs)).get(id) ?? null;
  }
}

/** Each kind with its ids; kinds that the code no longer knows are left out. */
export function byKind(refs: Iterable<SubjectRef>, subjects: readonly ReminderSubject[]) {
  const all = [...refs];
  return subjects.flatMap((subject) => {
    const own = all.filter(({ subjectKind }) => subjectKind === subject.kind);
    return own.length > 0 ? [{ subject, ids: [...new Set(own.map(({ subjectId }) => subjectId))] }] : [];
  });
}
