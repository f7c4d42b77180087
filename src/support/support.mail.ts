import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/http/actor.js';
import { NewsMail } from '../practices/news-mail.js';
import { SupportQueryService } from './support-query.service.js';

export type SupportEvent = 'released' | 'answered' | 'moved';

@Injectable()
export class SupportMail extends NewsMail<SupportEvent> {
  readonly kind = 'support';
  protected readonly path = '/support';
  protected readonly events = ['released', 'answered', 'moved'] as const;

  constructor(private readonly requests: SupportQueryService) {
    super();
  }

  protected async see(actor: Actor, id: string) {
    return (await this.requests.find(actor, id)).request;
  }
}
