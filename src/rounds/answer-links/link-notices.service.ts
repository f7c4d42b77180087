import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { EligibleAddresseesService } from '../addressees/eligible-addressees.service.js';
import { keyOf } from '../addressees/question-target.js';
import type { AnswerLink } from './answer-link.entity.js';
import { LinkNoticeMail, type LinkNews } from './link-notice.mail.js';

/** Tells a delegation's people what was done through one of its links. */
@Injectable()
export class LinkNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly eligible: EligibleAddresseesService,
    private readonly mail: LinkNoticeMail,
  ) {}

  /** A colleague is done: to who gave the link. A second press within the hour sends no second mail. */
  ready(link: AnswerLink): Promise<void> {
    return this.post('ready', link, [link.createdBy]);
  }

  /** That the delegation prefers not to report, said by whoever holds a link: to all who speak for it. */
  async declined(link: AnswerLink): Promise<void> {
    const { addressee } = link;
    const speakers = await this.eligible.speakers(addressee.round.mechanismId, [addressee]);
    await this.post(
      'declined',
      link,
      speakers.get(keyOf(addressee))!.map(({ accountId }) => accountId),
    );
  }

  private async post(news: LinkNews, link: AnswerLink, accountIds: (string | null)[]): Promise<void> {
    const at = this.clock.now().toISOString().slice(0, 13);
    const notice = { id: link.id, news, at, link };
    await this.unitOfWork.run(() => this.outbox.post(this.mail, notice, accountIds));
  }
}
