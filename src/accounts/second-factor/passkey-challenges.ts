import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type ChallengePurpose, PasskeyChallenge } from './second-factor.entity.js';

const VALID_MS = 5 * 60_000;

/** Random values that passkeys sign: each for one browser and one purpose, once. */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** A new one, base64url, in place of the holder's last. */
  async make(holderId: string, purpose: ChallengePurpose): Promise<string> {
    const now = this.clock.now();
    const challenge = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + VALID_MS);
    await this.unitOfWork.run(async (manager) => {
      await manager.delete(PasskeyChallenge, { expiresAt: LessThan(now) });
      await manager.delete(PasskeyChallenge, { holderId });
      await manager.insert(PasskeyChallenge, { holderId, challenge, purpose, expiresAt });
    });
    return challenge;
  }

  /** The holder's challenge, which is gone with that; null when there is none any more. */
  async take(holderId: string, purpose: ChallengePurpose): Promise<string | null> {
    return this.unitOfWork.run(async (manager) => {
      const where = { holderId, purpose, expiresAt: MoreThan(this.clock.now()) };
      const there = await manager.findOneBy(PasskeyChallenge, where);
      if (!there) return null;
      const { challenge } = there;
      const taken = await manager.delete(PasskeyChallenge, { holderId, challenge });
      return taken.affected ? challenge : null;
    });
  }
}
