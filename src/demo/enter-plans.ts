import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '../platform/http/actor.js';
import type { Language } from '../platform/i18n/i18n.js';
import { readInput } from '../platform/http/read-input.js';
import { addDays, type Day } from '../platform/i18n/day.js';
import { ItemsService } from '../plans/items/items.service.js';
import { NewItemInput } from '../plans/items/item.dto.js';
import { PlanInput } from '../plans/plan/plan.dto.js';
import { PlansService } from '../plans/plan/plans.service.js';
import type { Cast } from './cast.js';
import { enterIndicators } from './indicators.js';
import { midwaStrategy, sharmElSheikhPlan, type SourcePlan, type SourcePlanItem } from './plans.data.js';
import { type InventedPlan, neighbourPlan, workingPlan } from './working-plan.js';

export interface EnteredPlans {
  list: { title: string; items: number }[];
  /** The id of the invented working plan. */
  working: string;
  /** The id of an item. Throws when the story speaks of one that is not there. */
  item(mechanism: string, plan: 'real' | 'working', code: string): string;
}

const written = (text: string, language: Language, translated: Partial<Record<Language, string>> = {}) => ({
  original: language,
  texts: { ...translated, [language]: text },
});
const english = (text: string) => written(text, 'en');

/** Enters the two real plans as their sources show them, and two invented ones with dates. */
export async function enterPlans(app: INestApplicationContext, cast: Cast, now: Date): Promise<EnteredPlans> {
  const ids = new Map<string, string>();
  const list: EnteredPlans['list'] = [];
  const enterReal = async (source: SourcePlan, actor: Actor) => {
    const planId = await plan(app, actor, source.mechanism, {
      kind: 'strategic',
      title: english(source.name),
      source: english(source.source),
      note: english([source.note, ...source.doubts].join('\n')),
      periodStart: source.period?.start,
      periodEnd: source.period?.end,
      levelNames: source.levels,
    });
    for (const item of source.items)
      ids.set(`${source.mechanism}/real/${item.code}`, await add(app, actor, planId, realItem(item)));
    const { adoptedAt: by, adoptedOn } = source;
    // What the source does not say is not made up: without a known adoption the plan stays "validated".
    if (by && adoptedOn) await app.get(PlansService).move(actor, planId, 'adopt', { by, on: adoptedOn.end });
    else await app.get(PlansService).move(actor, planId, 'validate');
    list.push({ title: source.name, items: source.items.length });
  };
  await enterReal(sharmElSheikhPlan, cast.actors.secretariat!);
  await enterReal(midwaStrategy, cast.actors['secretariat-midwa']!);
  const today = now.toISOString().slice(0, 10);
  const enterInvented = async (mechanism: string, invented: InventedPlan, actor: Actor) => {
    const planId = await plan(app, actor, mechanism, {
      kind: invented.kind,
      title: written(invented.title, invented.language, invented.translated?.title),
      levelNames: [...invented.levelNames],
    });
    const own = await addInvented(app, actor, planId, invented, today);
    for (const [code, id] of own) ids.set(`${mechanism}/working/${code}`, id);
    list.push({ title: invented.title, items: own.size });
    if (mechanism === 'khartoum') await enterIndicators(app, actor, own, Number(today.slice(0, 4)));
    const by = 'a meeting invented for this demonstration';
    await app.get(PlansService).move(actor, planId, 'adopt', { by, on: today });
    return planId;
  };
  const working = await enterInvented('khartoum', workingPlan, cast.secretariat);
  await enterInvented('rabat', neighbourPlan, cast.actors['secretariat-rabat']!);
  return {
    list,
    working,
    item(mechanism, kind, code) {
      const id = ids.get(`${mechanism}/${kind}/${code}`);
      if (!id) throw new Error(`the story speaks of item ${code} of ${mechanism}, which is not in the plan`);
      return id;
    },
  };
}

async function addInvented(
  app: INestApplicationContext,
  actor: Actor,
  planId: string,
  { items, language, translated }: InventedPlan,
  today: Day,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [code, title, objectives, owners, dueIn, status] of items) {
    const when = dueIn ? { precision: 'day', start: addDays(today, dueIn) } : undefined;
    const fields = {
      code,
      title: written(title, language, translated?.[code]),
      objectives: [...objectives],
      owners: [...owners],
      when,
    };
    const [parent] = code.split('.');
    const parentId = parent === code ? null : ids.get(parent!);
    ids.set(code, await add(app, actor, planId, { ...fields, parentId, status: status ?? null }));
  }
  return ids;
}

function realItem(item: SourcePlanItem): object {
  const { code, title, description, kind, recurrence, owner, objectives, doubts } = item;
  const text = [description, ...doubts].filter(Boolean).join('\n\n');
  return {
    code,
    title: english(title),
    description: text ? english(text) : undefined,
    kind,
    objectives: objectives.map(String),
    when: recurrence ? { precision: 'recurring', text: recurrence } : undefined,
    owners: owner === null ? [] : [owner === 'each member State' ? 'all-members' : `working-group:${owner}`],
  };
}

async function plan(
  app: INestApplicationContext,
  actor: Actor,
  mechanism: string,
  fields: object,
): Promise<string> {
  return (await app.get(PlansService).create(actor, mechanism, readInput(PlanInput, fields))).id;
}

async function add(
  app: INestApplicationContext,
  actor: Actor,
  planId: string,
  fields: object,
): Promise<string> {
  return (await app.get(ItemsService).add(actor, planId, readInput(NewItemInput, fields))).id;
}
