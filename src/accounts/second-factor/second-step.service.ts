import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError, UnavailableError } from '../../platform/errors.js';
import { Account } from '../account.entity.js';
import { type Browser, SignInService } from '../sign-in.service.js';
import { networkOf } from '../sign-in/client-address.js';
import { knownDevice } from '../sign-in/known-devices.js';
import { type AttemptKey, attemptKey, countAttempt } from '../sign-in/sign-in-throttle.js';
import { AuthenticatorAppService } from './authenticator-app.service.js';
import { FactorsService } from './factors.service.js';
import { PasskeysService } from './passkeys.service.js';
import { PendingSignIns } from './pending-sign-ins.service.js';
import type { PendingSignIn } from './second-factor.entity.js';

/** The second step of signing in: what opens the session of an account that has a second factor. */
@Injectable()
export class SecondStepService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly signIns: SignInService,
    private readonly pending: PendingSignIns,
    private readonly apps: AuthenticatorAppService,
    private readonly factors: FactorsService,
    private readonly passkeys: PasskeysService,
  ) {}

  /**
   * Each answers the secret for the session cookie. Throws InvalidError for a wrong or used code, and UnavailableError
   * after too many of them; the person is told then that somebody knows the password.
   */
  byApp(pending: PendingSignIn, code: string, browser: Browser): Promise<string> {
    return this.byCode(pending, browser, 'error.oneTimeCode', (manager, account) =>
      this.apps.use(manager, account, code),
    );
  }

  byRecoveryCode(pending: PendingSignIn, code: string, browser: Browser): Promise<string> {
    return this.byCode(pending, browser, 'error.recoveryCode', (manager, account) =>
      this.factors.useCode(manager, account, code),
    );
  }

  /** With a passkey: after the password, or in place of both. Throws InvalidError for what is not accepted. */
  async byPasskey(pending: PendingSignIn, answer: string, browser: Browser): Promise<string> {
    const { accountId } = await this.passkeys.verify(pending, answer);
    const account = await this.unitOfWork.read.findOneByOrFail(Account, { id: accountId });
    if (account.closedAt) throw InvalidError.field('', 'error.passkey');
    const attempt = pending.accountId === null ? addressOnly(browser) : [];
    return this.unitOfWork.run((manager) => this.open(manager, pending, account, browser, attempt));
  }

  /**
   * Begins a sign-in with a passkey alone; answers the secret for the browser. Throws UnavailableError after too many
   * from one network that led nowhere.
   */
  async beginAlone(next: string | null, browser: Browser): Promise<string> {
    await countAttempt(this.unitOfWork, addressOnly(browser), this.clock.now());
    return this.pending.begin(null, next);
  }

  /** Whoever learned the password does not lock its person out of a browser that signed in before. */
  private async attemptKeys({ id, email }: Account, { address, device }: Browser): Promise<AttemptKey[]> {
    const known = await knownDevice(this.unitOfWork.read, device?.sent, email);
    if (known) return [attemptKey('step', `${id} ${known}`)];
    return [attemptKey('step', id), attemptKey('steps', id), ...addressOnly({ address })];
  }

  private async byCode(
    pending: PendingSignIn,
    browser: Browser,
    wrong: string,
    use: (manager: EntityManager, account: Account) => Promise<boolean>,
  ): Promise<string> {
    const { account } = pending;
    if (!account) throw lapsed();
    const keys = await this.attemptKeys(account, browser);
    try {
      await countAttempt(this.unitOfWork, keys, this.clock.now());
    } catch (error) {
      if (error instanceof UnavailableError) await this.factors.warn(account.id);
      throw error;
    }
    return this.unitOfWork.run(async (manager) => {
      if (!(await use(manager, account))) throw InvalidError.field('code', wrong);
      return this.open(manager, pending, account, browser, keys);
    });
  }

  private async open(
    manager: EntityManager,
    pending: PendingSignIn,
    account: Account,
    browser: Browser,
    attempt: AttemptKey[],
  ): Promise<string> {
    if (!(await this.pending.end(manager, pending))) throw lapsed();
    return this.signIns.open(account, browser, attempt);
  }
}

const addressOnly = ({ address }: Pick<Browser, 'address'>) => [attemptKey('address', networkOf(address))];

const lapsed = () => InvalidError.field('', 'error.signInLapsed');
