import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, ModuleRef } from '@nestjs/core';
import { CONFIG, type Config } from '../config.js';
import { SecretAddresses } from '../http/secret-address.js';
import { ForbiddenError, NotFoundError } from '../errors.js';
import { MailKind, type MailSubject, type Recipient, Recipients } from './mail-kind.js';
import type { Letter, LetterLink } from './letter.js';
import { Correspondents, type MailOrigin } from './mail-origin.js';
import { FirstMails } from './first-mails.js';
import type { Mail } from './mail.transport.js';
import type { DropReason, OutgoingMessage } from './message.entity.js';
import { type Surroundings, writeLetter } from './write-letter.js';

/** Writes mails at the moment they are sent. Knows every MailKind that is a provider of some module. */
@Injectable()
export class MailWriter implements OnModuleInit {
  private readonly kinds = new Map<string, MailKind>();
  private recipients!: Recipients;
  private correspondents!: Correspondents;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly discovery: DiscoveryService,
    private readonly modules: ModuleRef,
    private readonly firstMails: FirstMails,
    private readonly secretAddresses: SecretAddresses,
  ) {}

  /** Looked up here and not injected: all of them need the outbox, which needs this. */
  onModuleInit(): void {
    this.recipients = this.modules.get(Recipients, { strict: false });
    this.correspondents = this.modules.get(Correspondents, { strict: false });
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
    const letter = await kind.letter(subject, recipient);
    const origin = { askedBy: message.postedBy, ...kind.origin(subject, recipient) };
    return writeLetter(
      letter,
      recipient,
      await this.around(letter, origin, recipient),
      this.config.publicUrl,
    );
  }

  private async around(letter: Letter, origin: MailOrigin, recipient: Recipient): Promise<Surroundings> {
    const outside = letter.to !== undefined;
    const { language } = letter.to ?? recipient;
    const mail = { origin, recipient, outside, language };
    const reader = letter.to ? { address: letter.to.email } : { accountId: recipient.accountId };
    // To a new address of an account: its person knows what this is.
    const isKnown = outside && origin.scopes.length === 0;
    const isFirst = !isKnown && (await this.firstMails.isFirst(reader));
    return {
      ...(await this.correspondents.of(mail)),
      ...(isFirst && { introduction: await this.correspondents.introduction(mail) }),
      holdsSecrets: linksOf(letter).some(({ href }) => this.secretAddresses.holds(href)),
    };
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

const linksOf = ({ items = [], action, links = [], unsubscribe }: Letter): Pick<LetterLink, 'href'>[] => [
  ...items.flatMap((item) => [item, ...(item.links ?? [])]),
  ...(action ? [action] : []),
  ...links,
  ...(unsubscribe ? [unsubscribe] : []),
];
