import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

const PRESENT = 0x01;
const VERIFIED = 0x04;
const NEW = 0x40;

interface Site {
  origin: string;
  rpId: string;
}
interface Registration {
  challenge: string;
  rp: { id?: string };
  user: { id: string };
}
interface Assertion {
  challenge: string;
}
export interface Signing {
  /** Whether the device makes sure who holds it. */
  verified?: boolean;
  /** Another handle than that of the person it was made for; null for none. */
  userHandle?: string | null;
  /** Of a site that is another, or says it is. */
  site?: Site;
}

/** A device with one passkey, made of software: what browsers and security keys do, and what an attacker would. */
export class Authenticator {
  readonly id = base64url(randomBytes(32));
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private userHandle = '';
  private counter = 0;

  constructor(private readonly site: Site) {}

  /** The answer to options for a new passkey, as JSON text. */
  register({ challenge, user }: Registration, { site = this.site, verified = true }: Signing = {}): string {
    this.userHandle = user.id;
    const credential = Buffer.from(this.id, 'base64url');
    const length = Buffer.from([credential.length >> 8, credential.length & 0xff]);
    const authData = Buffer.concat([
      this.head(site, NEW | (verified ? VERIFIED : 0)),
      Buffer.alloc(16),
      length,
      credential,
      coseKey(this.keys.publicKey),
    ]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return this.answer({
      clientDataJSON: base64url(clientData('webauthn.create', challenge, site)),
      attestationObject: base64url(isoCBOR.encode(attestation as never)),
      transports: ['internal'],
    });
  }

  /** The answer to options for a sign-in, as JSON text. */
  sign({ challenge }: Assertion, { site = this.site, verified = true, userHandle }: Signing = {}): string {
    this.counter += 1;
    const data = clientData('webauthn.get', challenge, site);
    const authData = this.head(site, verified ? VERIFIED : 0);
    const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), this.keys.privateKey);
    const handle = userHandle === undefined ? this.userHandle : userHandle;
    return this.answer({
      clientDataJSON: base64url(data),
      authenticatorData: base64url(authData),
      signature: base64url(signature),
      ...(handle !== null && { userHandle: handle }),
    });
  }

  private head({ rpId }: Site, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([PRESENT | flags]), counter]);
  }

  private answer(response: object): string {
    const { id } = this;
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }
}

const clientData = (type: string, challenge: string, { origin }: Site) =>
  JSON.stringify({ type, challenge, origin, crossOrigin: false });

function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' });
  const bytes = (part?: string) => new Uint8Array(Buffer.from(part!, 'base64url'));
  const entries: [number, number | Uint8Array][] = [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ];
  return Buffer.from(isoCBOR.encode(new Map(entries) as never));
}
