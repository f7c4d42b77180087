import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ItemOwner, PlanItem } from '../../plans/plan/plan.entity.js';
import { itemTalkAddress } from '../../progress/asked/item-conversation.js';
import { PLAN_IN_FORCE } from '../../plans/plan/plan.workflow.js';
import type { ResponsibleParty } from '../sweep/recipients.js';
import type { ReminderRule } from '../reminder.entity.js';
import { dueItems, ENDED_STATUSES } from './due-items.js';
import { itemAnswers } from './item-answers.js';
import type {
  DueDays,
  DueSubject,
  LinkTarget,
  ReminderSubject,
  SubjectAnswer,
  SubjectDescription,
  SubjectState,
  SubjectWords,
} from './reminder-subject.js';

/** The secretariat knows whom to ask. */
const WITHOUT_OWNER: ResponsibleParty[] = [{ kind: 'secretariat', subject: null }];

/** Items of adopted plans: due on the last day planned for them, or asked about at regular times. */
@Injectable()
export class ItemSubject implements ReminderSubject {
  readonly kind = 'item';
  readonly historyKind = 'plan-item';
  readonly about = null;
  readonly snoozable = true;
  readonly showsUnreached = true;
  readonly notAsked = 'left';
  readonly words: SubjectWords = {
    was: 'reminder.was',
    mail: {
      ask: 'reminder.mail.ask',
      nearest: 'reminder.subject.nearest',
      several: 'reminder.subject.several',
    },
    skipped: {},
    wish: { later: 'wish.later', never: 'wish.never', none: 'wish.noneForItem' },
  };

  constructor(private readonly unitOfWork: UnitOfWork) {}

  asks({ about }: Pick<ReminderRule, 'about'>): boolean {
    return about === 'all';
  }

  async *due(rule: ReminderRule, when: DueDays): AsyncGenerator<DueSubject[]> {
    for await (const items of dueItems(this.unitOfWork.read, rule, when)) {
      const owners = await this.owners(items.map(({ id }) => id));
      yield items.map(({ id, whenStart, whenEnd }) => ({
        kind: this.kind,
        id,
        startDay: whenStart,
        dueDay: whenEnd,
        owners: owners.get(id) ?? WITHOUT_OWNER,
      }));
    }
  }

  async check(ids: readonly string[]): Promise<Map<string, SubjectState>> {
    const where = { id: In(ids) };
    const [items, owners] = await Promise.all([
      this.unitOfWork.read.find(PlanItem, { where, relations: { plan: true } }),
      this.owners(ids),
    ]);
    return new Map(
      items.map((item) => [
        item.id,
        {
          description: this.description(item),
          startDay: item.whenStart,
          owners: owners.get(item.id) ?? WITHOUT_OWNER,
          obstacle: (rule, dueDay) => {
            if (!this.asks(rule)) return 'disabled';
            if (item.plan.state !== PLAN_IN_FORCE) return 'closed';
            if (item.status && ENDED_STATUSES.includes(item.status)) return 'finished';
            return rule.kind !== 'periodic' && item.whenEnd !== dueDay ? 'moved' : null;
          },
        },
      ]),
    );
  }

  async describe(ids: readonly string[]): Promise<SubjectDescription[]> {
    const items = await this.unitOfWork.read.find(PlanItem, {
      select: {
        id: true,
        code: true,
        title: true,
        whenEnd: true,
        plan: { id: true, mechanismId: true, title: true },
      },
      relations: { plan: true },
      where: { id: In(ids) },
    });
    return items.map((item) => this.description(item));
  }

  links({ id, mechanismId }: SubjectDescription, { actor, t, wish }: LinkTarget) {
    return {
      // A chair has no form: it tells the secretariat, which reports for the mechanism.
      action: can(actor, 'progress.write', mechanismId)
        ? { label: t('reminder.mail.tell'), href: `/progress/new?item=${id}` }
        : { label: t('asked.tellSecretariat'), href: itemTalkAddress(mechanismId, id) },
      links: [
        { label: t('reminder.mail.later'), href: wish('later') },
        { label: t('reminder.mail.never'), href: wish('never') },
      ],
    };
  }

  answers(ids: readonly string[]): Promise<SubjectAnswer[]> {
    return itemAnswers(this.unitOfWork.read, ids);
  }

  private description({ id, code, title, whenEnd, plan }: PlanItem): SubjectDescription {
    return {
      kind: this.kind,
      id,
      code,
      title,
      mechanismId: plan.mechanismId,
      plan: { id: plan.id, title: plan.title },
      dueDay: whenEnd,
      href: `/items/${id}`,
      words: this.words,
    };
  }

  private async owners(itemIds: readonly string[]): Promise<Map<string, ResponsibleParty[]>> {
    const found = new Map<string, ResponsibleParty[]>();
    const rows = await this.unitOfWork.read.findBy(ItemOwner, { itemId: In(itemIds) });
    for (const { itemId, kind, subject } of rows)
      found.set(itemId, [...(found.get(itemId) ?? []), { kind, subject }]);
    return found;
  }
}
