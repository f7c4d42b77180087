import { readInput } from '../../../platform/http/read-input.js';
import { usePage } from '../../../platform/web/page-context.js';
import { PlanInput } from '../../plan/plan.dto.js';
import type { Plan } from '../../plan/plan.entity.js';
import { ItemInput } from '../item.dto.js';
import { type ItemSnapshot, snapshotOf } from '../snapshot.js';
import { Changes } from './changes.js';
import { changesBetween } from '../../plan/field-changes.js';

/** What stands now beside what was typed, field by field where they differ. */
export function BothVersions({ current, typed }: { current: ItemSnapshot; typed: Record<string, unknown> }) {
  const reader = usePage();
  // It was understood before it collided.
  const changes = changesBetween(current, snapshotOf(readInput(ItemInput, typed)), reader);
  return <Changes changes={changes} before={reader.t('form.theirs')} after={reader.t('form.yours')} />;
}

export function BothPlans({ current, typed }: { current: Plan; typed: Record<string, unknown> }) {
  const reader = usePage();
  const changes = changesBetween(current, readInput(PlanInput, typed), reader, 'plan');
  return <Changes changes={changes} before={reader.t('form.theirs')} after={reader.t('form.yours')} />;
}
