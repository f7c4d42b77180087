import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Deed, ShownDeed } from '../gate/deed.js';
import { DelegationGate } from '../gate/delegation-gate.js';
import type { Actor } from '../platform/http/actor.js';
import { localized } from '../platform/i18n/localized.js';
import { markOf, type SupportChanges, type SupportPart } from './request-deed.js';
import { SupportQueryService } from './support-query.service.js';
import { SupportService } from './support.service.js';
import { RequestToOpen } from './views/request-to-open.js';

/** How a request for support is opened to others, or changed where they read it, once its delegation let it pass. */
@Injectable()
export class SupportDeeds implements OnModuleInit {
  constructor(
    private readonly gate: DelegationGate,
    private readonly support: SupportService,
    private readonly requests: SupportQueryService,
  ) {}

  onModuleInit(): void {
    this.gate.add('support', {
      mark: markOf,
      perform: (manager, actor, { subjectId, part, payload }: Deed<SupportChanges>) =>
        this.support.performChange(manager, actor, subjectId, part as SupportPart, payload),
      show: (actor, deed: Deed<SupportChanges>) => this.show(actor, deed),
    });
  }

  private async show(actor: Actor, { subjectId, payload }: Deed<SupportChanges>): Promise<ShownDeed | null> {
    const seen = await this.requests.find(actor, subjectId).catch(() => null);
    if (!seen?.sights.includes('own')) return null;
    const request = { ...seen.request, ...payload };
    return {
      title: localized(request.language, request.title),
      titleMayBeMailed: false,
      href: `/support/${subjectId}`,
      body: <RequestToOpen request={request} />,
      authorId: request.authorId,
    };
  }
}
