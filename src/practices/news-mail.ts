import type { Actor } from '../platform/http/actor.js';
import { translator } from '../platform/i18n/i18n.js';
import type { Letter } from '../platform/mail/letter.js';
import { MailKind, type Recipient } from '../platform/mail/mail-kind.js';
import type { MailOrigin } from '../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../platform/mail/message.entity.js';

/** Something that happened to a practice or a request. `step` makes it differ from the same at another time. */
interface News<Event extends string> {
  id: string;
  event: Event;
  step: string | number;
  mechanismId: string;
}

/**
 * Tells that something happened to a practice or a request. Title, text and names are not in it: a mail may be passed
 * on, and is read after a sharing was taken back.
 */
export abstract class NewsMail<Event extends string> extends MailKind<News<Event>> {
  protected abstract readonly events: readonly Event[];
  protected abstract readonly path: string;
  /** Throws NotFoundError when it is not the person's to know. */
  protected abstract see(actor: Actor, id: string): Promise<{ mechanismId: string }>;

  key({ id, event, step }: News<Event>, accountId: string): string {
    return `${this.kind}:${event}:${id}:${step}:${accountId}`;
  }

  override bundle({ mechanismId }: News<Event>): string {
    return `${this.kind}:${mechanismId}`;
  }

  /** Throws NotFoundError when the person no longer sees what it is about. */
  async find(recipient: Recipient, { subjectId, key }: OutgoingMessage): Promise<News<Event>[]> {
    const id = subjectId!;
    const { mechanismId } = await this.see(recipient, id);
    const step = key.split(':').slice(3, -1).join(':');
    return this.events.map((event) => ({ id, event, step, mechanismId }));
  }

  origin({ mechanismId }: News<Event>): MailOrigin {
    return { scopes: [mechanismId] };
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
