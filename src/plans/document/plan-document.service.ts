import { Injectable } from '@nestjs/common';
import { documentLogo } from '../../mechanisms/look/look.js';
import { LookService } from '../../mechanisms/look/look.service.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { docxOf } from '../../platform/documents/write-file.js';
import type { Actor } from '../../platform/http/actor.js';
import { AmendmentsService } from '../amendments/amendments.service.js';
import { ItemsService } from '../items/items.service.js';
import { planDocument } from './plan-document.js';
import { planFileName } from './plan-file-name.js';
import { PlanQueryService } from '../plan/plan-query.service.js';

/** A plan as a Word file, in the reader's language. */
@Injectable()
export class PlanDocumentService {
  constructor(
    private readonly plans: PlanQueryService,
    private readonly items: ItemsService,
    private readonly amendments: AmendmentsService,
    private readonly mechanisms: MechanismsService,
    private readonly looks: LookService,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFoundError. */
  async word(actor: Actor, id: string): Promise<{ name: string; body: Buffer }> {
    const { plan, overview } = await this.plans.plan(actor, id);
    const mechanism = await this.mechanisms.find(plan.mechanismId);
    const document = planDocument({
      plan,
      mechanism,
      logo: await this.looks.picture(documentLogo(mechanism, actor.language)),
      items: await this.items.tree(actor, id),
      amendments: await this.amendments.list(actor, id),
      levels: overview.counts.levels,
      language: actor.language,
      now: this.clock.now(),
    });
    return { name: `${planFileName(plan)}.docx`, body: await docxOf(document) };
  }
}
