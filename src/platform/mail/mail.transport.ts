import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { createTransport } from 'nodemailer';
import { v7 as uuid } from 'uuid';
import { addressForServer } from '../addresses/address.js';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Attachment } from './letter.js';
import type { Mailbox } from './mail-origin.js';
import { MailboxMail } from './message.entity.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  replyTo: readonly Mailbox[];
  headers?: Record<string, string>;
  attachments?: Attachment[];
}

/** Carries a mail out of the house. `deliver` throws; `isPermanent` sorts what it threw. */
export interface MailTransport {
  deliver(mail: Mail, messageId: string): Promise<void>;
}

export const MAIL_TRANSPORT = Symbol('MailTransport');

/** Pooled SMTP: opening a connection per mail is five times slower. */
@Injectable()
export class SmtpTransport implements MailTransport, OnApplicationShutdown {
  private opened?: Promise<ReturnType<typeof open>>;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async deliver(mail: Mail, messageId: string): Promise<void> {
    // Loaded for the first mail: most starts send none for a while.
    this.opened ??= import('nodemailer').then((library) =>
      open(library.createTransport, this.config.mailUrl),
    );
    const transport = await this.opened;
    await transport.sendMail({
      ...mail,
      to: addressForServer(mail.to),
      replyTo: [...mail.replyTo],
      from: this.config.mailFrom,
      messageId: `<${messageId}>`,
    });
  }

  async onApplicationShutdown(): Promise<void> {
    (await this.opened)?.close();
  }
}

function open(create: typeof createTransport, mailUrl: string) {
  const url = new URL(mailUrl);
  return create({
    pool: true,
    maxConnections: 20,
    maxMessages: Infinity,
    host: url.hostname,
    port: url.port ? Number(url.port) : undefined,
    secure: url.protocol === 'smtps:',
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

@Injectable()
export class MailboxTransport implements MailTransport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async deliver(mail: Mail, messageId: string): Promise<void> {
    const { to: recipient, subject, text, html } = mail;
    const replyTo = mail.replyTo.map(({ name, address }) => `${name} <${address}>`).join(', ') || null;
    const row = { id: uuid(), messageId, recipient, replyTo, subject, text, html, at: this.clock.now() };
    await this.unitOfWork.run((manager) => manager.insert(MailboxMail, row));
  }
}

/**
 * Whether trying again is pointless: the server refused this mail (5xx). A refused sign-in (EAUTH) is ours
 * to mend and says nothing about the mail, so it is tried again.
 */
export function isPermanent(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return code !== 'EAUTH' && responseCode !== undefined && responseCode >= 500 && responseCode < 600;
}
