import type { INestApplicationContext } from '@nestjs/common';
import { readInput } from '../platform/http/read-input.js';
import { addDays } from '../platform/i18n/day.js';
import { NewEntryInput } from '../progress/entries/entry.dto.js';
import { ProgressService } from '../progress/entries/progress.service.js';
import type { Release, Visibility } from '../progress/entries/vocabulary.js';
import { EvidenceService } from '../progress/evidence/evidence.service.js';
import { type Cast, officeOf } from './cast.js';
import type { EnteredPlans } from './enter-plans.js';

export type DemoOutcome = 'accepted' | 'submitted' | 'returned' | 'draft' | 'withdrawn';

/** What one of them reports, and what becomes of it. `day` is the day of the demonstration it is written on. */
export interface DemoEntry {
  by: string;
  as: string;
  mechanism: string;
  plan: 'real' | 'working';
  item: string;
  day: number;
  language: string;
  narrative: string;
  results?: string;
  challengeCodes?: string[];
  challenges?: string;
  nextSteps?: string;
  supportKinds?: string[];
  support?: string;
  practice?: boolean;
  /** A link that shows what is said. */
  evidence?: { title: string; url: string };
  outcome: DemoOutcome;
  visibility: Visibility;
  release: Release;
}

/** Writes one entry and moves it to its outcome. Answers its id. */
export async function report(
  app: INestApplicationContext,
  cast: Cast,
  plans: EnteredPlans,
  entry: DemoEntry,
  now: Date,
): Promise<string> {
  const progress = app.get(ProgressService);
  const actor = cast.actors[entry.by]!;
  const office = officeOf(cast, entry.mechanism);
  const {
    by: _by,
    day: _day,
    plan: _plan,
    item: _item,
    outcome,
    visibility,
    release,
    mechanism: mechanismId,
    as,
    evidence,
    ...content
  } = entry;
  const today = now.toISOString().slice(0, 10);
  const itemId = plans.item(mechanismId, entry.plan, entry.item);
  const input = readInput(NewEntryInput, {
    mechanismId,
    as,
    items: [itemId],
    periodStart: addDays(today, -60),
    periodEnd: today,
    content,
  });
  const { id } = await progress.start(actor, input);
  await progress.disclose(actor, id, { visibility, release });
  if (evidence) await app.get(EvidenceService).addLink(actor, id, evidence);
  if (outcome === 'draft') return id;
  await progress.submit(actor, id);
  // What a secretariat reports stands as it is submitted.
  const waits = as !== 'secretariat';
  if (waits && (outcome === 'accepted' || outcome === 'withdrawn')) await progress.accept(office, id);
  if (outcome === 'returned')
    await progress.sendBack(office, id, 'Could you say which institutions take part?');
  if (outcome === 'withdrawn') await progress.withdraw(actor, id);
  return id;
}
