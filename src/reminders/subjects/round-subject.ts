import { Injectable } from '@nestjs/common';
import { Between, In, Not } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { AnswerLinksService } from '../../rounds/answer-links/answer-links.service.js';
import { inLanguage } from '../../rounds/answer-links/in-language.js';
import { reportedBefore } from '../../rounds/answers/reported-before.js';
import { quickLinks } from '../../rounds/answers/quick-answers.js';
import { Round, RoundAddressee } from '../../rounds/round/round.entity.js';
import { ANSWERED_STATES } from '../../rounds/round/round.workflow.js';
import { RoundQueryService } from '../../rounds/round/round-query.service.js';
import type { ResponsibleParty } from '../sweep/recipients.js';
import type { ReminderRule } from '../reminder.entity.js';
import type {
  DueDays,
  DueSubject,
  LinkTarget,
  ReminderSubject,
  SubjectDescription,
  SubjectState,
  SubjectWords,
} from './reminder-subject.js';

/**
 * Open rounds: due on the round's day. Those who answer for one are the addressees that have neither submitted nor said
 * that they prefer not to report; who has is no longer asked.
 */
@Injectable()
export class RoundSubject implements ReminderSubject {
  readonly kind = 'round';
  readonly historyKind = 'round';
  readonly about = 'rounds';
  /** A round ends, so there is no "not this time" beside "no more". */
  readonly snoozable = false;
  /** One that reaches nobody is a task of the secretariat's already. */
  readonly showsUnreached = false;
  readonly notAsked = 'answered';
  readonly words: SubjectWords = {
    was: 'round.reminder.was',
    skipped: {
      closed: 'round.skipped.closed',
      moved: 'round.skipped.moved',
      answered: 'round.skipped.answered',
    },
    wish: { later: 'round.wish.never', never: 'round.wish.never', none: 'round.wish.none' },
  };
  readonly page = {
    name: 'round',
    noRule: 'round.reminder.none' as const,
    mechanismOf: async (actor: Actor, id: string) => (await this.rounds.find(actor, id)).round.mechanismId,
  };

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundQueryService,
    private readonly answerLinks: AnswerLinksService,
  ) {}

  /** It counts days from a day, and is not about one plan. */
  asks({ kind, planId }: Pick<ReminderRule, 'kind' | 'planId'>): boolean {
    return kind !== 'periodic' && planId === null;
  }

  async *due({ mechanismId }: ReminderRule, when: DueDays): AsyncGenerator<DueSubject[]> {
    if ('underWay' in when) return;
    const dueDay = 'on' in when ? In(when.on) : Between(when.from, when.until);
    const where = { mechanismId, state: 'open' as const, dueDay };
    const rounds = await this.unitOfWork.read.find(Round, { where, order: { id: 'ASC' } });
    const waiting = await this.waiting(rounds.map(({ id }) => id));
    yield rounds.map((round) => ({
      kind: this.kind,
      id: round.id,
      startDay: null,
      dueDay: round.dueDay,
      owners: waiting.get(round.id) ?? [],
    }));
  }

  async check(ids: readonly string[]): Promise<Map<string, SubjectState>> {
    const [rounds, waiting] = await Promise.all([
      this.unitOfWork.read.findBy(Round, { id: In(ids) }),
      this.waiting(ids),
    ]);
    return new Map(
      rounds.map((round) => [
        round.id,
        {
          description: this.description(round),
          startDay: null,
          owners: waiting.get(round.id) ?? [],
          obstacle: ({ planId }, dueDay) => {
            if (planId !== null) return 'disabled';
            if (round.state !== 'open') return 'closed';
            return round.dueDay !== dueDay ? 'moved' : null;
          },
        },
      ]),
    );
  }

  async describe(ids: readonly string[]): Promise<SubjectDescription[]> {
    const rounds = await this.unitOfWork.read.findBy(Round, { id: In(ids) });
    return rounds.map((round) => this.description(round));
  }

  /** The same answers as in the mail of the call, without signing in; with several delegations, on the page. */
  async links({ id, href }: SubjectDescription, { actor, t, wish }: LinkTarget) {
    const never = { label: t('round.reminder.never'), href: wish('never') };
    const open = { label: t('round.mail.open'), href };
    const page = { label: t('round.mail.account'), href };
    const { round, own } = await this.rounds.find(actor, id);
    const [addressee, ...others] = own.filter(({ state }) => !ANSWERED_STATES.includes(state));
    const link =
      addressee && actor.accountId && others.length === 0
        ? await this.answerLinks.addressFor(actor.accountId, addressee, round.dueDay)
        : null;
    if (!link) return { action: open, links: [never] };
    const hasLast = await reportedBefore(this.unitOfWork.read, addressee!, round.mechanismId);
    const action = { label: t('round.mail.answer'), href: inLanguage(link, actor.language) };
    return { action, links: [...quickLinks(t, link, hasLast), page, never] };
  }

  private description({ id, title, mechanismId, dueDay }: Round): SubjectDescription {
    const { kind, words } = this;
    return { kind, id, code: '', title, mechanismId, plan: null, dueDay, href: `/rounds/${id}`, words };
  }

  /** Who has not finished, by round. */
  private async waiting(roundIds: readonly string[]): Promise<Map<string, ResponsibleParty[]>> {
    const waiting = new Map<string, ResponsibleParty[]>();
    const where = { roundId: In(roundIds), state: Not(In(ANSWERED_STATES)) };
    for (const { roundId, kind, subject } of await this.unitOfWork.read.findBy(RoundAddressee, where))
      waiting.set(roundId, [...(waiting.get(roundId) ?? []), { kind, subject }]);
    return waiting;
  }
}
