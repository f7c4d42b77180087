import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keys } from '../../keys.js';

/**
 * Under what a browser keeps the words of a person until they are saved, and the key it encrypts them with: nobody else
 * who sits at that browser can read them. The pages of that person alone carry it.
 */
@Injectable()
export class Keeper {
  constructor(private readonly keys: Keys) {}

  /** `name.key` of an account, or of an answer link, by its id; of the current SECRET_KEY first, then of the old ones. */
  of(holder: string): string {
    return this.keys.all
      .map((key) => createHmac('sha256', this.keys.keyFor('kept words', key)).update(holder).digest())
      .map((secret) => `${nameOf(secret)}.${secret.toString('base64url')}`)
      .join(' ');
  }

  /** The name alone: it opens nothing. */
  nameOf(holder: string): string {
    return this.of(holder).split('.', 1)[0]!;
  }
}

const nameOf = (secret: Buffer) =>
  createHash('sha256').update(secret).digest().subarray(0, 9).toString('base64url');
