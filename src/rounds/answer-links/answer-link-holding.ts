import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Holding } from '../../accounts/passwords/holdings.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AnswerLink, AnswerLinkToken } from './answer-link.entity.js';

/** The addresses of answer links in mails that a person got. The next mail has a new one. */
@Injectable()
export class AnswerLinkHolding extends Holding {
  readonly holds = 'links';

  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async endAll(accountId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const links = await manager.find(AnswerLink, { select: { id: true }, where: { accountId } });
      await manager.delete(AnswerLinkToken, { linkId: In(links.map(({ id }) => id)) });
    });
  }
}
