import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Deed, ShownDeed } from '../../gate/deed.js';
import { DelegationGate } from '../../gate/delegation-gate.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import type { Actor } from '../../platform/http/actor.js';
import { localized } from '../../platform/i18n/localized.js';
import { type Audience, markOf } from './practice-deed.js';
import { PracticeMovesService } from '../practice-moves.service.js';
import { PracticeQueryService } from '../practice-query.service.js';
import { PracticeToOpen } from '../views/practice-to-open.js';

/** How a practice is opened to others, once its delegation let it pass: to peers for advice, or shared. */
@Injectable()
export class PracticeDeeds implements OnModuleInit {
  constructor(
    private readonly gate: DelegationGate,
    private readonly moves: PracticeMovesService,
    private readonly practices: PracticeQueryService,
    private readonly mechanisms: MechanismsService,
  ) {}

  onModuleInit(): void {
    this.gate.add('practice-offer', {
      mark: markOf,
      perform: (_manager, actor, deed: Deed<null>) => this.moves.performOffer(actor, deed.subjectId),
      show: (actor, deed) => this.show(actor, deed, null),
    });
    this.gate.add('practice-share', {
      mark: markOf,
      perform: (_manager, actor, deed: Deed<Audience>) =>
        this.moves.setAudience(actor, deed.subjectId, deed.payload),
      show: (actor, deed: Deed<Audience>) => this.show(actor, deed, deed.payload),
    });
  }

  private async show(
    actor: Actor,
    { subjectId }: Deed<unknown>,
    audience: Audience | null,
  ): Promise<ShownDeed | null> {
    const seen = await this.practices.find(actor, subjectId).catch(() => null);
    if (seen?.sight !== 'own') return null;
    const { practice, standing } = seen;
    const named = audience ? await this.mechanisms.list(audience.mechanisms) : [];
    return {
      title: localized(practice.language, practice.title),
      titleMayBeMailed: false,
      href: `/practices/${subjectId}`,
      body: <PracticeToOpen {...{ practice, standing, audience, mechanisms: named }} />,
      authorId: practice.authorId,
    };
  }
}
