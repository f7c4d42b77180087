import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/http/actor.js';
import { translator } from '../platform/i18n/i18n.js';
import type { Letter } from '../platform/mail/letter.js';
import { MailKind, type Recipient } from '../platform/mail/mail-kind.js';
import type { OutgoingMessage } from '../platform/mail/message.entity.js';
import { PracticesReader } from './practices-reader.js';
import { SupportReader } from '../support/support-reader.js';

/** Something that happened to a practice or a request. `step` makes it differ from the same at another time. */
interface News<Event extends string> {
  id: string;
  event: Event;
  step: string | number;
}

/**
 * Tells that something happened to a practice or a request. Title, text and names are not in it: a mail may be passed
 * on, and is read after a sharing was taken back.
 */
abstract class PracticesMail<Event extends string> extends MailKind<News<Event>> {
  abstract override readonly kind: 'practice' | 'support';
  protected abstract readonly events: readonly Event[];
  protected abstract readonly path: string;
  /** Throws NotFoundError when it is not the person's to know. */
  protected abstract see(actor: Actor, id: string): Promise<unknown>;

  key({ id, event, step }: News<Event>, accountId: string): string {
    return `${this.kind}:${event}:${id}:${step}:${accountId}`;
  }

  /** Throws NotFoundError when the person no longer sees what it is about. */
  async find(recipient: Recipient, { subjectId, key }: OutgoingMessage): Promise<News<Event>[]> {
    const id = subjectId!;
    await this.see(recipient, id);
    const step = key.split(':').slice(3, -1).join(':');
    return this.events.map((event) => ({ id, event, step }));
  }

  letter({ id, event }: News<Event>, { language }: Recipient): Letter {
    const t = translator(language);
    return {
      subject: t(`${this.kind}.mail.${event}` as 'practice.mail.offered'),
      paragraphs: [t(`${this.kind}.mail.${event}.text` as 'practice.mail.offered.text')],
      action: { label: t('practice.mail.open'), href: `${this.path}/${id}` },
    };
  }
}

export type PracticeEvent = 'offered' | 'asked' | 'commented';

@Injectable()
export class PracticeMail extends PracticesMail<PracticeEvent> {
  readonly kind = 'practice';
  protected readonly path = '/practices';
  protected readonly events = ['offered', 'asked', 'commented'] as const;

  constructor(private readonly practices: PracticesReader) {
    super();
  }

  protected see(actor: Actor, id: string): Promise<unknown> {
    return this.practices.find(actor, id);
  }
}

export type SupportEvent = 'released' | 'answered' | 'moved';

@Injectable()
export class SupportMail extends PracticesMail<SupportEvent> {
  readonly kind = 'support';
  protected readonly path = '/support';
  protected readonly events = ['released', 'answered', 'moved'] as const;

  constructor(private readonly requests: SupportReader) {
    super();
  }

  protected see(actor: Actor, id: string): Promise<unknown> {
    return this.requests.find(actor, id);
  }
}
