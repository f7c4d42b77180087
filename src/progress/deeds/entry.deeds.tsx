import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Deed, ShownDeed } from '../../gate/deed.js';
import { DelegationGate } from '../../gate/delegation-gate.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import type { Actor } from '../../platform/http/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import { In } from 'typeorm';
import { EntryQueryService } from '../access/entry-query.service.js';
import type { SeenEntry } from '../access/seen-entry.js';
import { isItemSeen } from '../access/text-parts.js';
import { DisclosuresService } from '../entries/disclosures.service.js';
import { Entry } from '../entries/entry.entity.js';
import { LinksService } from '../links/links.service.js';
import { type Reach, reachIn, reachOf } from '../release/reach.js';
import type { Choice } from '../release/release-uses.js';
import { EntrySummary } from '../summaries/summary.entity.js';
import { SummariesService } from '../summaries/summaries.service.js';
import { subjectOf } from '../words/entry-subject.js';
import type { LinkedItems, SummaryWords } from './entry-deed.js';
import { markOfLink, markOfSubmission, markOfSummary, markOfUse } from './entry-marks.js';
import { SubmitEntryService } from './submit-entry.service.js';
import { EntryToOpen, type OpenedText, SummaryToOpen } from './views/entry-to-open.js';

/** How something of an entry is opened to others, once its delegation let it pass. */
@Injectable()
export class EntryDeeds implements OnModuleInit {
  constructor(
    private readonly gate: DelegationGate,
    private readonly unitOfWork: UnitOfWork,
    private readonly submitting: SubmitEntryService,
    private readonly disclosures: DisclosuresService,
    private readonly links: LinksService,
    private readonly summaries: SummariesService,
    private readonly entries: EntryQueryService,
    private readonly mechanisms: MechanismsService,
  ) {}

  onModuleInit(): void {
    this.gate.add('entry', {
      mark: markOfSubmission,
      perform: (manager, actor, deed: Deed<null>) => this.submitting.performSubmission(manager, actor, deed),
      show: (actor, deed: Deed<null>) => this.show(actor, deed, (entry) => this.submission(entry)),
    });
    this.gate.add('entry-use', {
      mark: markOfUse,
      perform: (manager, actor, deed: Deed<Choice>) => this.disclosures.performUse(manager, actor, deed),
      show: (actor, deed: Deed<Choice>) => this.show(actor, deed, (entry) => this.use(entry, deed)),
    });
    this.gate.add('entry-link', {
      mark: markOfLink,
      perform: (manager, actor, deed: Deed<LinkedItems>) => this.links.performLink(manager, actor, deed),
      show: (actor, deed: Deed<LinkedItems>) =>
        this.show(actor, deed, (entry) => this.link(actor, entry, deed)),
    });
    this.gate.add('summary', {
      mark: markOfSummary,
      perform: (manager, actor, deed: Deed<SummaryWords>) =>
        this.summaries.performSummary(manager, actor, deed),
      show: (actor, deed: Deed<SummaryWords>) => this.show(actor, deed, (entry) => this.summary(entry, deed)),
    });
  }

  /** To the reporter's own people only. */
  private async show(
    actor: Actor,
    { subjectId: id }: Deed<unknown>,
    body: (entry: SeenEntry) => Promise<ShownDeed['body']>,
  ): Promise<ShownDeed | null> {
    const entry = await this.entries.find(actor, id).catch(() => null);
    if (entry?.sight !== 'own') return null;
    const { authorId } = await this.unitOfWork.read.findOneByOrFail(Entry, { id });
    return {
      ...subjectOf(entry),
      titleMayBeMailed: true,
      href: `/progress/${id}`,
      body: await body(entry),
      authorId,
    };
  }

  private async submission(entry: SeenEntry) {
    const items = entry.places.flatMap((place) => place.items);
    return this.opened({ ...entry, items }, reachOf(entry));
  }

  /** What counts there by now, and what was submitted since. */
  private async use(entry: SeenEntry, { part: mechanismId, payload }: Deed<Choice>) {
    const place = entry.places.find((one) => one.mechanismId === mechanismId);
    const reach = [reachIn({ mechanismId, home: place?.home ?? null, ...payload })];
    const accepted = entry.versions.find(({ number }) => number === place?.acceptedVersion);
    const mechanisms = await this.mechanismsOf(reach);
    const texts =
      accepted && accepted.number !== entry.number ? [accepted, submitted(entry)] : [submitted(entry)];
    return (
      <>
        {texts.map((text, index) => (
          <EntryToOpen key={index} text={text} reach={index === 0 ? reach : []} mechanisms={mechanisms} />
        ))}
      </>
    );
  }

  /** Its items as far as the actor may read that plan. */
  private async link(actor: Actor, entry: SeenEntry, { part: mechanismId, payload }: Deed<LinkedItems>) {
    const { itemIds, visibility, release } = payload;
    const found = await this.unitOfWork.read.find(PlanItem, {
      where: { id: In(itemIds) },
      relations: { plan: true },
    });
    const items = found.filter((item) => isItemSeen(actor, entry, item));
    const reach = reachIn({ mechanismId, home: false, visibility, release });
    return this.opened({ ...submitted(entry), items }, [reach]);
  }

  private async summary(entry: SeenEntry, { part: id, payload: { own } }: Deed<SummaryWords>) {
    const summary = await this.unitOfWork.read.findOneByOrFail(EntrySummary, { id });
    const place = entry.places.find(({ mechanismId }) => mechanismId === summary.mechanismId);
    const reach = place ? [reachIn(place)] : [];
    const mechanisms = await this.mechanismsOf(reach);
    return <SummaryToOpen words={own ?? summary} {...{ reach, mechanisms }} />;
  }

  private async opened(text: OpenedText, reach: Reach[]) {
    return <EntryToOpen text={text} reach={reach} mechanisms={await this.mechanismsOf(reach)} />;
  }

  private mechanismsOf(reach: readonly Reach[]) {
    return this.mechanisms.list(reach.map(({ mechanismId }) => mechanismId));
  }
}

/** What was submitted last; the working text may be another by now. */
const submitted = (entry: SeenEntry): OpenedText =>
  entry.versions.find(({ number }) => number === entry.number) ?? entry;
