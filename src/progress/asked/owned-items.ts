import { Brackets, type EntityManager } from 'typeorm';
import type { Voice } from '../../accounts/roles.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';

/** Who answers for items: a voice, or the chair, which tells its secretariat how they stand. */
export type Answering = Voice | { kind: 'chair'; subject: null };

/** It, in the mechanism where it speaks. */
export interface VoiceIn {
  mechanismId: string;
  voice: Answering;
}

/** Open items of adopted plans that one of these voices answers for, with their plans, the nearest date first, and how many there are. */
export async function ownedItems(
  read: EntityManager,
  voices: readonly VoiceIn[],
  most: number,
): Promise<{ items: PlanItem[]; count: number }> {
  const { entities, raw } = await read
    .createQueryBuilder(PlanItem, 'item')
    .innerJoinAndSelect('item.plan', 'plan')
    .addSelect('COUNT(*) OVER ()', 'total')
    .where(
      `plan.state = 'adopted' AND (item.status IS NULL OR item.status NOT IN ('completed', 'discontinued'))`,
    )
    .andWhere(
      new Brackets((any) => {
        voices.forEach(({ mechanismId, voice }, index) => {
          const { condition, subject } = ownership(voice, index);
          any.orWhere(`(plan.mechanismId = :mechanism${index} AND ${owned(condition)})`, {
            [`mechanism${index}`]: mechanismId,
            [`subject${index}`]: subject,
          });
        });
      }),
    )
    // A date that sorts after all others: items without one come last, on both databases.
    .addSelect(`COALESCE(item.whenEnd, '9999-12-31')`, 'sort_day')
    .orderBy('sort_day', 'ASC')
    .addOrderBy('item.planId', 'ASC')
    .addOrderBy('item.position', 'ASC')
    .limit(most)
    .getRawAndEntities<{ total: number | string }>();
  return { items: entities, count: Number(raw[0]?.total ?? 0) };
}

const owned = (condition: string) =>
  `EXISTS (SELECT 1 FROM "plan_item_owner" "owner" WHERE "owner"."itemId" = item.id AND ${condition})`;

function ownership(voice: Answering, index: number): { condition: string; subject: string | null } {
  switch (voice.kind) {
    case 'secretariat':
      return { condition: `"owner"."kind" IN ('secretariat', 'group', 'working-group')`, subject: null };
    case 'chair':
      return { condition: `"owner"."kind" = 'chair'`, subject: null };
    case 'state':
      return {
        condition: `("owner"."kind" = 'all-members' OR ("owner"."kind" = 'state' AND "owner"."subject" = :subject${index}))`,
        subject: voice.subject,
      };
    case 'partner':
      return {
        condition: `"owner"."kind" = 'partner' AND "owner"."subject" = :subject${index}`,
        subject: voice.subject,
      };
  }
}
