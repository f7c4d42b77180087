import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { InvalidError } from '../platform/errors.js';

/** 256 random bits. The holder gets the text; we keep its hash, so a copy of the database opens nothing. */
export function newSecret(prefix = ''): { secret: string; hash: string } {
  const secret = prefix + randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

/** Random secrets need no slow hash: there is nothing to guess. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');

const MINIMUM = 12;

/** argon2id with the library's defaults (19 MiB, two passes: OWASP's recommendation). Throws InvalidError for a weak one. */
export async function hashPassword(password: string, context: { email: string }): Promise<string> {
  if (password.length < MINIMUM)
    throw InvalidError.field('password', 'error.passwordShort', { minimum: MINIMUM });
  if (password.length > 256) throw InvalidError.field('password', 'error.tooLong', { maximum: 256 });
  const name = context.email.split('@')[0]!;
  if (new Set(password).size < 5 || (name.length > 3 && password.toLowerCase().includes(name))) {
    throw InvalidError.field('password', 'error.passwordWeak');
  }
  return hash(password);
}

let decoy: Promise<string> | undefined;

/** Takes as long for an account that does not exist as for one that does. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const known = passwordHash ?? (await (decoy ??= hash('a password nobody has')));
  return (await verify(known, password.slice(0, 256))) && passwordHash !== null;
}
