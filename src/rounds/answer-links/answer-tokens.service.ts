import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { hashSecret, newSecret } from '../../accounts/secrets.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Keys } from '../../platform/keys.js';
import { type AnswerLink, AnswerLinkToken } from './answer-link.entity.js';

/** More than a link is mailed; it keeps a program from making them without end. The oldest goes first. */
const MOST = 50;

/** The secret addresses of answer links: random, known to their mail alone, each with its time. */
@Injectable()
export class AnswerTokens {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: Keys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Makes another address of a link. The answer is the only time that it can be read. */
  async mint({ id: linkId, expiresAt }: AnswerLink): Promise<string> {
    const { secret, hash: secretHash } = newSecret();
    await this.unitOfWork.run(async (manager) => {
      const surplus = await manager.find(AnswerLinkToken, {
        where: { linkId },
        order: { createdAt: 'DESC', id: 'DESC' },
        skip: MOST - 1,
        take: MOST,
      });
      if (surplus.length > 0) await manager.remove(surplus);
      const row = { id: uuid(), linkId, secretHash, createdAt: this.clock.now(), expiresAt, derived: false };
      await manager.insert(AnswerLinkToken, row);
    });
    return `${this.config.publicUrl}/answer/${secret}`;
  }

  /** The token with its link, addressee and round; null when it was never given, or its key is listed no more. */
  async find(token: string): Promise<AnswerLinkToken | null> {
    const found = await this.unitOfWork.read.findOne(AnswerLinkToken, {
      where: { secretHash: hashSecret(token) },
      relations: { link: { addressee: { round: true } } },
    });
    return found && (!found.derived || this.isOurs(found)) ? found : null;
  }

  /** What still opens opens longer: the day has moved. */
  async prolong(linkId: string, expiresAt: Date): Promise<void> {
    const open = { linkId, expiresAt: MoreThan(this.clock.now()) };
    await this.unitOfWork.run((manager) => manager.update(AnswerLinkToken, open, { expiresAt }));
  }

  /** Whoever has a key that is listed no more, and a link's id, could make this token. */
  private isOurs({ linkId, secretHash }: AnswerLinkToken): boolean {
    return this.keys.all.some(({ text }) => hashSecret(firstToken(linkId, text)) === secretHash);
  }
}

/** As tokens were made at first: the same in each mail, of the link's id and the installation's key. */
export const firstToken = (linkId: string, key: string): string =>
  createHmac('sha256', key).update('waymark answer link').update(linkId).digest('base64url');
