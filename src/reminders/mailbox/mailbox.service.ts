import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { can } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { MailboxMail } from '../../platform/mail/message.entity.js';

const PAGE = 50;

/** Mails that were kept instead of sent (MAIL_URL=mailbox). They hold links that sign people in: administrators only. */
@Injectable()
export class MailboxService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Newest first, in pages, without their text. */
  async list(actor: Actor, cursor: string | null) {
    demandInstallation(actor);
    const rows = await this.unitOfWork.read.find(MailboxMail, {
      select: { id: true, recipient: true, subject: true, at: true },
      where: cursor ? { id: LessThan(cursor) } : {},
      order: { id: 'DESC' },
      take: PAGE + 1,
    });
    const items = rows.slice(0, PAGE);
    return { items, nextCursor: rows.length > PAGE ? items.at(-1)!.id : null };
  }

  async find(actor: Actor, id: string): Promise<MailboxMail> {
    demandInstallation(actor);
    const mail = await this.unitOfWork.read.findOneBy(MailboxMail, { id });
    if (!mail) throw new NotFoundError('mail');
    return mail;
  }
}

function demandInstallation(actor: Actor): void {
  if (!can(actor, 'installation.manage', null)) throw new NotFoundError('mailbox');
}
