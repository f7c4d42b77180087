import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/http/actor.js';
import { NewsMail } from './news-mail.js';
import { PracticeQueryService } from './practice-query.service.js';

export type PracticeEvent = 'offered' | 'asked' | 'commented';

@Injectable()
export class PracticeMail extends NewsMail<PracticeEvent> {
  readonly kind = 'practice';
  protected readonly path = '/practices';
  protected readonly events = ['offered', 'asked', 'commented'] as const;

  constructor(private readonly practices: PracticeQueryService) {
    super();
  }

  protected async see(actor: Actor, id: string) {
    return (await this.practices.find(actor, id)).practice;
  }
}
