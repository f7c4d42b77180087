import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';

const ID_BYTES = 4;
/** Half of a SHA-256: 128 bits, which nobody guesses, in an address half as long. */
const SIGNATURE_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** One of the installation's keys, and the id by which what it made names it. */
export interface SecretKey {
  id: string;
  current: boolean;
  /** As it was configured. */
  text: string;
}

/** What was signed or encrypted, and by which key. */
export interface Opened {
  bytes: Buffer;
  keyId: string;
}

/**
 * Signs and encrypts with SECRET_KEY, and reads what one of SECRET_KEY_OLD made, too. Each purpose has a key of its
 * own (HKDF), so that what was made for one fits no other. What is made carries the id of its key.
 */
@Injectable()
export class Keys {
  /** The current one first. */
  readonly all: readonly SecretKey[];
  private readonly derived = new Map<string, Buffer>();

  constructor(@Inject(CONFIG) config: Pick<Config, 'secretKey' | 'oldSecretKeys'>) {
    const texts = [...new Set([config.secretKey, ...config.oldSecretKeys])];
    this.all = texts.map((text, index) => ({ id: keyIdOf(text), current: index === 0, text }));
  }

  get current(): SecretKey {
    return this.all[0]!;
  }

  /** The key of one purpose, for a library that wants one. */
  keyFor(purpose: string, { id, text }: SecretKey): Buffer {
    const name = `${id} ${purpose}`;
    const known = this.derived.get(name) ?? derive(text, purpose);
    this.derived.set(name, known);
    return known;
  }

  /** The bytes with the key's id before them and the signature behind. */
  sign(purpose: string, bytes: Buffer): Buffer {
    const signed = Buffer.concat([Buffer.from(this.current.id, 'hex'), bytes]);
    return Buffer.concat([signed, this.signature(purpose, this.current, signed)]);
  }

  /** What `sign` was given; null when no key that is listed signed it for this purpose. */
  verify(purpose: string, signed: Buffer): Opened | null {
    if (signed.length < ID_BYTES + SIGNATURE_BYTES) return null;
    const key = this.named(signed);
    const end = signed.length - SIGNATURE_BYTES;
    if (!key || !equal(signed.subarray(end), this.signature(purpose, key, signed.subarray(0, end))))
      return null;
    return { bytes: signed.subarray(ID_BYTES, end), keyId: key.id };
  }

  /**
   * AES-256-GCM, as text for a column: key id, nonce, ciphertext, tag. `context` is what it belongs to, an account's
   * id for example: it cannot be read in another's row.
   */
  encrypt(purpose: string, bytes: Buffer, context: string): string {
    const id = Buffer.from(this.current.id, 'hex');
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keyFor(purpose, this.current), iv);
    cipher.setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([id, iv, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** What `encrypt` was given; null when its key is listed no more, or it is not what was written. */
  decrypt(purpose: string, text: string, context: string): Opened | null {
    const all = Buffer.from(text, 'base64url');
    if (all.length < ID_BYTES + IV_BYTES + TAG_BYTES) return null;
    const key = this.named(all);
    if (!key) return null;
    const start = ID_BYTES + IV_BYTES;
    const iv = all.subarray(ID_BYTES, start);
    const decipher = createDecipheriv('aes-256-gcm', this.keyFor(purpose, key), iv, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(context)).setAuthTag(all.subarray(-TAG_BYTES));
    try {
      const bytes = Buffer.concat([decipher.update(all.subarray(start, -TAG_BYTES)), decipher.final()]);
      return { bytes, keyId: key.id };
    } catch {
      return null;
    }
  }

  private signature(purpose: string, key: SecretKey, bytes: Buffer): Buffer {
    return createHmac('sha256', this.keyFor(purpose, key))
      .update(bytes)
      .digest()
      .subarray(0, SIGNATURE_BYTES);
  }

  private named(bytes: Buffer): SecretKey | undefined {
    const id = bytes.toString('hex', 0, ID_BYTES);
    return this.all.find((key) => key.id === id);
  }
}

/** Id of the key that encrypted a text. */
export const keyIdIn = (text: string): string => Buffer.from(text, 'base64url').toString('hex', 0, ID_BYTES);

/** By which a key is named where it was used: it tells nothing of the key. */
const keyIdOf = (text: string) => derive(text, 'key id').toString('hex', 0, ID_BYTES);

const derive = (text: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', text, '', `waymark ${purpose}`, 32));

const equal = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other);
