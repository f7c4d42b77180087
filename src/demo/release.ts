import type { INestApplicationContext } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { AuditEvent } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { readInput } from '../platform/http/read-input.js';
import { Disclosure } from '../progress/entries/entry.entity.js';
import { EntryLinkInput } from '../progress/links/links.dto.js';
import { LinksService } from '../progress/links/links.service.js';
import { ProgressService } from '../progress/entries/progress.service.js';
import type { EntryState } from '../progress/entries/vocabulary.js';
import { EntrySummary } from '../progress/summaries/summary.entity.js';
import { SummaryInput } from '../progress/summaries/summary.dto.js';
import { SummariesService } from '../progress/summaries/summaries.service.js';
import { type Cast, officeOf } from './cast.js';
import type { EnteredPlans } from './enter-plans.js';
import type { DemoEntry } from './entries.js';

/** The day of the story on which the reporters think again about what they allowed. */
export const RELEASE_DAY = 88;

/** What became of it, counted in the database. */
export interface ReleaseStory {
  linked: number;
  wordings: number;
  takenBack: number;
}

export const SUMMARY =
  'A task force of several services prosecutes traffickers and refers those they exploited.';

/**
 * One delegation links what it reported in another mechanism, one approves a summary of what it released without its
 * name, and one takes a release back before the submission is compiled.
 */
export async function decideOnRelease(
  app: INestApplicationContext,
  cast: Cast,
  plans: EnteredPlans,
  reported: ReadonlyMap<DemoEntry, string>,
): Promise<void> {
  const idOf = (by: string, mechanism: string, item: string) => {
    const found = [...reported].find(
      ([one]) => one.by === by && one.mechanism === mechanism && one.item === item,
    );
    if (!found) throw new Error(`the story speaks of an entry of ${by} on ${item} that is not there`);
    return found[1];
  };
  const progress = app.get(ProgressService);
  const { italy, ethiopia, kenya } = cast.actors;

  const linked = idOf('italy', 'rabat', '1');
  const items = [plans.item('khartoum', 'working', 'A.2')];
  const link = readInput(EntryLinkInput, { items, uses: ['members', 'attributed'] });
  await app.get(LinksService).link(italy!, linked, 'khartoum', link);
  await progress.accept(officeOf(cast, 'khartoum'), linked, { mechanismId: 'khartoum' });

  const summarized = idOf('ethiopia', 'khartoum', '2');
  const wordings = app.get(SummariesService);
  const wording = readInput(SummaryInput, { language: 'en', text: SUMMARY });
  const { id } = await wordings.suggest(cast.secretariat, summarized, wording);
  await wordings.approve(ethiopia!, summarized, id);

  const nothing = { visibility: 'mechanism', release: 'none' } as const;
  await progress.disclose(kenya!, idOf('kenya', 'khartoum', '3'), nothing);
}

export async function countReleaseStory(app: INestApplicationContext): Promise<ReleaseStory> {
  const { read } = app.get(UnitOfWork);
  const changes = await read.findBy(AuditEvent, { action: 'entry.disclose' });
  return {
    linked: await read.countBy(Disclosure, { linkedAt: Not(IsNull()) }),
    wordings: await read.countBy(EntrySummary, { state: 'approved' }),
    takenBack: changes.filter(({ before, after }) => before?.release !== 'none' && after?.release === 'none')
      .length,
  };
}

/** Entries documents may use, each once, whatever the number of mechanisms. */
export async function countReleased(app: INestApplicationContext): Promise<number> {
  const places = await app.get(UnitOfWork).read.find(Disclosure, {
    where: {
      acceptedVersion: MoreThan(0),
      release: In(['unattributed', 'attributed']),
      entry: { state: Not<EntryState>('withdrawn') },
    },
  });
  return new Set(places.map(({ entryId }) => entryId)).size;
}
