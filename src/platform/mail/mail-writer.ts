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
import { together } from './together.js';
import { type Surroundings, writeLetter } from './write-letter.js';

export interface WrittenMail {
  mail: Mail;
  /** Ids of those that there is no longer a reason to tell of. */
  without: ReadonlySet<string>;
}

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

  /**
   * Writes the mail of a message and of those that go with it. Why not, when there is no longer a reason to send any of
   * them. Throws for a kind that nobody defines.
   */
  async write(messages: [OutgoingMessage, ...OutgoingMessage[]]): Promise<WrittenMail | DropReason> {
    const [first] = messages;
    const kind = this.kinds.get(first.kind);
    if (!kind) throw new Error(`no mail of kind ${first.kind} is defined`);
    const recipient = await this.recipients.find(first.accountId);
    if (!recipient) {
      for (const message of messages) await kind.recipientGone?.(message);
      return 'recipient';
    }
    const all = await Promise.all(
      messages.map(async (message) => ({ message, subject: await subjectOf(kind, message, recipient) })),
    );
    const found = all.flatMap(({ message, subject }) => (subject ? { message, subject } : []));
    if (found.length === 0) return 'subject';
    const letter = await letterOf(
      kind,
      found.map(({ subject }) => subject),
      recipient,
    );
    const around = await this.around(letter, originOf(kind, found, recipient), recipient);
    const without = new Set(all.flatMap(({ message, subject }) => (subject ? [] : message.id)));
    return { mail: writeLetter(letter, recipient, around, this.config.publicUrl), without };
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

async function letterOf(kind: MailKind, subjects: MailSubject[], recipient: Recipient): Promise<Letter> {
  const [only] = subjects;
  if (subjects.length === 1) return kind.letter(only!, recipient);
  if (kind.letterOfMany) return kind.letterOfMany(subjects, recipient);
  return together(await Promise.all(subjects.map(async (subject) => kind.letter(subject, recipient))));
}

/** Of all that go together; who asks is named when it is one and the same. */
function originOf(
  kind: MailKind,
  found: { message: OutgoingMessage; subject: MailSubject }[],
  recipient: Recipient,
): MailOrigin {
  const origins = found.map(({ message, subject }) => ({
    askedBy: message.postedBy,
    ...kind.origin(subject, recipient),
  }));
  const [first] = origins;
  return {
    ...first!,
    scopes: [...new Set(origins.flatMap(({ scopes }) => scopes))],
    askedBy: origins.every(({ askedBy }) => askedBy === first!.askedBy) ? first!.askedBy : null,
  };
}

const linksOf = ({ items = [], action, links = [], unsubscribe }: Letter): Pick<LetterLink, 'href'>[] => [
  ...items.flatMap((item) => [item, ...(item.links ?? [])]),
  ...(action ? [action] : []),
  ...links,
  ...(unsubscribe ? [unsubscribe] : []),
];
