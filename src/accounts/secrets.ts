import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { InvalidError } from '../platform/errors.js';
import { PASSWORD_MAXIMUM } from './passwords/password-field.js';
import { isGuessable, type PasswordOwner } from './passwords/common-passwords.js';

/** 256 random bits. The holder gets the text; we keep its hash, so a copy of the database opens nothing. */
export function newSecret(prefix = ''): { secret: string; hash: string } {
  const secret = prefix + randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

/** Random secrets need no slow hash: there is nothing to guess. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');

const MINIMUM = 12;

/**
 * argon2id with the library's defaults (19 MiB, two passes: OWASP's recommendation). Throws InvalidError for a weak one:
 * short, or easy to guess. Which characters it is made of does not matter.
 */
export async function hashPassword(password: string, owner: PasswordOwner): Promise<string> {
  if (password.length < MINIMUM)
    throw InvalidError.field('password', 'error.passwordShort', { minimum: MINIMUM });
  if (password.length > PASSWORD_MAXIMUM)
    throw InvalidError.field('password', 'error.tooLong', { maximum: PASSWORD_MAXIMUM });
  const local = owner.email.split('@')[0]!;
  const isOwn = local.length > 3 && password.toLowerCase().includes(local);
  if (new Set(password).size < 5 || isOwn || (await isGuessable(password, owner)))
    throw InvalidError.field('password', 'error.passwordWeak');
  return hash(password);
}

/** Made by `hash`: what an account that does not exist is compared with. Here already, since making one takes time too. */
const DECOY = hash('a password nobody has');

/** Takes as long for an account that does not exist as for one that does. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const known = passwordHash ?? (await DECOY);
  return (await verify(known, password.slice(0, PASSWORD_MAXIMUM))) && passwordHash !== null;
}
