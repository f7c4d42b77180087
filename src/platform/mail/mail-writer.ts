import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, ModuleRef } from '@nestjs/core';
import { CONFIG, type Config } from '../config.js';
import { ForbiddenError, NotFoundError } from '../errors.js';
import { MailKind, type MailSubject, type Recipient, Recipients } from './mail-kind.js';
import type { Mail } from './mail.transport.js';
import type { DropReason, OutgoingMessage } from './message.entity.js';
import { writeLetter } from './write-letter.js';

/** Writes mails at the moment they are sent. Knows every MailKind that is a provider of some module. */
@Injectable()
export class MailWriter implements OnModuleInit {
  private readonly kinds = new Map<string, MailKind>();
  private recipients!: Recipients;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly discovery: DiscoveryService,
    private readonly modules: ModuleRef,
  ) {}

  /** Looked up here and not injected: all of them need the outbox, which needs this. */
  onModuleInit(): void {
    this.recipients = this.modules.get(Recipients, { strict: false });
    for (const { instance } of this.discovery.getProviders())
      if (instance instanceof MailKind) this.add(instance);
  }

  /** The kinds that there are. */
  get names(): string[] {
    return [...this.kinds.keys()];
  }

  /** Why not, when there is no longer a reason to send it. Throws for a kind that nobody defines. */
  async write(message: OutgoingMessage): Promise<Mail | DropReason> {
    const kind = this.kinds.get(message.kind);
    if (!kind) throw new Error(`no mail of kind ${message.kind} is defined`);
    const recipient = await this.recipients.find(message.accountId);
    if (!recipient) {
      await kind.recipientGone?.(message);
      return 'recipient';
    }
    const subject = await subjectOf(kind, message, recipient);
    if (!subject) return 'subject';
    return writeLetter(await kind.letter(subject, recipient), recipient, this.config.publicUrl);
  }

  private add(kind: MailKind): void {
    if (this.kinds.has(kind.kind)) throw new Error(`mail of kind ${kind.kind} is defined twice`);
    this.kinds.set(kind.kind, kind);
  }
}

/** What the mail is about, if it still is what was posted, and the recipient may see it. */
async function subjectOf(
  kind: MailKind,
  message: OutgoingMessage,
  recipient: Recipient,
): Promise<MailSubject | undefined> {
  try {
    const found = [await kind.find(recipient, message)].flat();
    return found.find((one) => one && kind.key(one, recipient.accountId) === message.key) ?? undefined;
  } catch (error) {
    if (error instanceof NotFoundError || error instanceof ForbiddenError) return undefined;
    throw error;
  }
}
