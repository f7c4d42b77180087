import { type EntityManager, LessThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { KnownDevice } from '../credential.entity.js';
import { hashSecret } from '../secrets.js';

/** How long a browser that does not sign in is remembered. */
export const DEVICE_SECONDS = 365 * 86_400;

/** The secrets of a browser's device cookie: the one it sent, and the one it gets when it has signed in. */
export interface DeviceSecrets {
  sent: string | undefined;
  next: string;
}

/**
 * The id of the device that signed in to an account before; null when this is none. It may go on trying where strangers
 * have used up the attempts: a person is not locked out by who does not know the password either.
 */
export async function knownDevice(
  read: EntityManager,
  sent: string | undefined,
  email: string,
): Promise<string | null> {
  if (!sent) return null;
  const device = await read.findOneBy(KnownDevice, { secretHash: hashSecret(sent), account: { email } });
  return device?.id ?? null;
}

/**
 * Remembers that a browser signed in. It gets another secret each time, also for the other accounts it is known to: a
 * cookie that somebody put there, or copied, is worth nothing after that.
 */
export async function rememberDevice(
  manager: EntityManager,
  accountId: string,
  { sent, next }: DeviceSecrets,
  now: Date,
): Promise<void> {
  await manager.delete(KnownDevice, {
    lastUsedAt: LessThan(new Date(now.getTime() - DEVICE_SECONDS * 1000)),
  });
  const secretHash = hashSecret(next);
  if (sent) await manager.update(KnownDevice, { secretHash: hashSecret(sent) }, { secretHash });
  const known = await manager.update(KnownDevice, { secretHash, accountId }, { lastUsedAt: now });
  if (known.affected) return;
  await manager.insert(KnownDevice, { id: uuid(), secretHash, accountId, createdAt: now, lastUsedAt: now });
}
