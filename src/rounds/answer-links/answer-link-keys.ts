import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { type KeyCount, KeyUse } from '../../platform/key-use.js';
import { AnswerLinkToken } from './answer-link.entity.js';

/** Answer links of the first months: their tokens are made of a key. */
@Injectable()
export class AnswerLinkKeys extends KeyUse {
  readonly kind = 'answer-link';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async count(): Promise<KeyCount[]> {
    const { read } = this.unitOfWork;
    const where = this.open();
    const count = await read.countBy(AnswerLinkToken, where);
    const [last] = await read.find(AnswerLinkToken, { where, order: { expiresAt: 'DESC' }, take: 1 });
    return last ? [{ keyId: null, count, until: last.expiresAt }] : [];
  }

  override async endUnder(keyId: string | null): Promise<void> {
    // None of them names its key.
    if (keyId !== null) throw new NotFoundError('secret key');
    const expiresAt = this.clock.now();
    await this.unitOfWork.run((manager) => manager.update(AnswerLinkToken, this.open(), { expiresAt }));
  }

  private open() {
    return { derived: true, expiresAt: MoreThan(this.clock.now()) };
  }
}
