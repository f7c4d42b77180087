import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Account } from '../account.entity.js';

/** Who speaks, or looks after what others say: those whose account is worth taking. */
const ASKED_ROLES: readonly string[] = ['secretariat', 'focal-point'];

type AskingMechanisms = (mechanismIds: string[]) => Promise<string[]>;

/** Of whom a second factor is required, and what follows for who has none. */
@Injectable()
export class SecondFactorRequirement {
  private asking: AskingMechanisms = async () => [];

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Given by the feature that knows mechanisms: those of the ids that require one. */
  askedBy(asking: AskingMechanisms): void {
    this.asking = asking;
  }

  /** The roles in a mechanism whose holders need one. */
  async rolesIn(mechanismId: string): Promise<readonly string[]> {
    const asks = this.config.requireSecondFactor || (await this.asking([mechanismId])).length > 0;
    return asks ? ASKED_ROLES : [];
  }

  private isRequired(account: Pick<Account, 'grants'>, { administrator, grants }: Actor): boolean {
    const scopes = grants.filter(({ role }) => ASKED_ROLES.includes(role)).map(({ scope }) => scope);
    if (this.config.requireSecondFactor) return administrator || scopes.length > 0;
    // The mechanism comes along with each grant: nothing more is read.
    return account.grants.some(
      ({ mechanismId, mechanism }) => mechanism?.requireSecondFactor && scopes.includes(mechanismId),
    );
  }

  /**
   * The actor as it may act: whoever needs a second factor and has none holds no role until it is set up, whether a
   * session, a key or a calendar program asks. The grants are taken away, so that no page has to think of it. The
   * account comes with its grants.
   */
  withheld(account: Pick<Account, 'secondFactorSince' | 'grants'>, actor: Actor): Actor {
    if (account.secondFactorSince || !this.isRequired(account, actor)) return actor;
    return { ...actor, administrator: false, grants: [], lacksSecondFactor: true };
  }
}
