import { randomUUID } from 'node:crypto';
import { Account } from '../../src/accounts/account.entity.js';
import { Passkey, RecoveryCode } from '../../src/accounts/second-factor/second-factor.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { TestApp } from '../support/app.js';
import type { Person } from '../support/factories.js';

/** Pages about how one signs in, of somebody who has a passkey and few codes left. */
export async function secondFactorPages(
  test: TestApp,
  { account }: Person,
): Promise<Record<string, string[]>> {
  const id = randomUUID();
  await test.get(UnitOfWork).run(async (manager) => {
    await manager.insert(Passkey, {
      id,
      accountId: account.id,
      credentialId: randomUUID(),
      publicKey: '',
      counter: '0',
      transports: [],
      label: `A key with a name that is long ${'and longer '.repeat(6)}`,
      createdAt: test.clock.now(),
    });
    await manager.insert(RecoveryCode, { id, accountId: account.id, codeHash: id });
    await manager.update(Account, { id: account.id }, { secondFactorSince: test.clock.now() });
  });
  const here = '/account/second-factor';
  return Object.fromEntries(
    [
      [here, here],
      [`${here}/app`, `${here}/app`],
      [`${here}/app/remove`, `${here}/app/remove`],
      [`${here}/recovery-codes`, `${here}/recovery-codes`],
      [`${here}/passkeys/new`, `${here}/passkeys/new`],
      [`${here}/passkeys/:id/remove`, `${here}/passkeys/${id}/remove`],
      ['/accounts/:id/second-factor', `/accounts/${account.id}/second-factor`],
    ].map(([route, address]) => [route, [address]]),
  );
}
