import { Inject, Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ForbiddenError, InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { FactorsService } from './factors.service.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { atBrowser, ProofService } from './proof.service.js';
import { type RelyingParty, relyingParty } from './relying-party.js';
import { Passkey } from './second-factor.entity.js';

const MOST = 20;
const LONGEST_ID = 700;
/** base64url; nothing else is looked for: a database refuses some characters, such as NUL. */
const CREDENTIAL_ID = /^[\w-]+$/;

/** Two hundred files: loaded when it is first needed, so that no start waits for it. */
const webauthn = () => import('@simplewebauthn/server');

/** Who signs in with a passkey: an account that is known already, or whoever it belongs to. */
export interface Asked {
  /** Id of the pending sign-in. */
  id: string;
  accountId: string | null;
}

/** Passkeys (WebAuthn): made, named, removed, and asked for at sign-in. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly factors: FactorsService,
    private readonly challenges: PasskeyChallenges,
    private readonly proof: ProofService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether browsers allow passkeys at the address this is reached at. */
  get possible(): boolean {
    return relyingParty(this.config.publicUrl) !== null;
  }

  /** What the browser asks a device for a new passkey with. What `ProofService.demand` throws. */
  async toRegister(actor: Actor, password: string | null) {
    const { accountId, sessionId, name, email } = await this.proof.demand(actor, password);
    const known = await this.unitOfWork.read.findBy(Passkey, { accountId });
    if (known.length >= MOST) throw InvalidError.field('', 'error.passkeysMany', { maximum: MOST });
    const { generateRegistrationOptions } = await webauthn();
    return generateRegistrationOptions({
      rpName: 'Waymark',
      rpID: this.party().id,
      userName: email ?? name,
      userDisplayName: name,
      userID: Buffer.from(accountId),
      challenge: Buffer.from(await this.challenges.make(sessionId, 'register'), 'base64url'),
      excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    });
  }

  /**
   * Keeps the passkey that a device made. Answers recovery codes when it is the account's first factor. Throws
   * InvalidError for anything but an answer to the challenge of this session.
   */
  async register(actor: Actor, label: string, answer: string): Promise<string[] | null> {
    const person = atBrowser(actor);
    const { accountId, sessionId } = person;
    const { id, origin } = this.party();
    const challenge = await this.challenges.take(sessionId, 'register');
    const { verifyRegistrationResponse } = await webauthn();
    const { credential } = await orRefused(async () => {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: JSON.parse(answer) as RegistrationResponseJSON,
        expectedChallenge: challenge!,
        expectedOrigin: origin,
        expectedRPID: id,
        requireUserVerification: false,
      });
      return registrationInfo!;
    }, challenge);
    if (credential.id.length > LONGEST_ID) throw refused();
    return this.unitOfWork.run(async (manager) => {
      // A device would not make the same again: this is somebody else's, sent once more.
      if (await manager.existsBy(Passkey, { credentialId: credential.id })) throw refused();
      await manager.insert(Passkey, {
        id: uuid(),
        accountId,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: String(credential.counter),
        transports: credential.transports ?? [],
        label,
        createdAt: this.clock.now(),
        lastUsedAt: null,
      });
      return this.factors.added(manager, person, 'passkey', label);
    });
  }

  /** One of the actor's own. */
  async find(actor: Actor, id: string): Promise<Passkey> {
    const where = { id, accountId: atBrowser(actor).accountId };
    const passkey = await this.unitOfWork.read.findOneBy(Passkey, where);
    if (!passkey) throw new NotFoundError('passkey');
    return passkey;
  }

  /** Removes one of the actor's own. What `ProofService.demand` throws. */
  async remove(actor: Actor, id: string, password: string | null): Promise<void> {
    const { label } = await this.find(actor, id);
    const person = await this.proof.demand(actor, password);
    await this.unitOfWork.run(async (manager) => {
      const gone = await manager.delete(Passkey, { id, accountId: person.accountId });
      if (!gone.affected) throw new NotFoundError('passkey');
      await this.factors.removed(manager, person, 'passkey', label);
    });
  }

  /** What the browser asks a device for a signature with: one of the account's passkeys, or any that is there. */
  async toSignIn({ id, accountId }: Asked) {
    const known = accountId ? await this.unitOfWork.read.findBy(Passkey, { accountId }) : [];
    const { generateAuthenticationOptions } = await webauthn();
    return generateAuthenticationOptions({
      rpID: this.party().id,
      challenge: Buffer.from(await this.challenges.make(id, 'sign-in'), 'base64url'),
      allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      userVerification: accountId ? 'preferred' : 'required',
    });
  }

  /**
   * The passkey that signed the challenge. Alone it stands for both factors: the device must have made sure who holds
   * it. Throws InvalidError for anything else: another challenge, origin or account, a signature seen before.
   */
  async verify(asked: Asked, answer: string): Promise<Passkey> {
    const { id, origin } = this.party();
    const challenge = await this.challenges.take(asked.id, 'sign-in');
    const response = await orRefused(() => JSON.parse(answer) as AuthenticationResponseJSON, challenge);
    const passkey = await this.owned(asked, response);
    const { verifyAuthenticationResponse } = await webauthn();
    const { authenticationInfo, verified } = await orRefused(
      () =>
        verifyAuthenticationResponse({
          response,
          expectedChallenge: challenge!,
          expectedOrigin: origin,
          expectedRPID: id,
          requireUserVerification: asked.accountId === null,
          credential: {
            id: passkey.credentialId,
            publicKey: Buffer.from(passkey.publicKey, 'base64url'),
            counter: Number(passkey.counter),
            transports: passkey.transports,
          },
        }),
      challenge,
    );
    if (!verified) throw refused();
    await this.unitOfWork.run(async (manager) => {
      const unchanged = { id: passkey.id, counter: passkey.counter };
      const counter = String(authenticationInfo.newCounter);
      const used = await manager.update(Passkey, unchanged, { counter, lastUsedAt: this.clock.now() });
      if (!used.affected) throw refused();
    });
    return passkey;
  }

  private async owned({ accountId }: Asked, response: AuthenticationResponseJSON): Promise<Passkey> {
    if (typeof response?.id !== 'string' || !CREDENTIAL_ID.test(response.id)) throw refused();
    const { read } = this.unitOfWork;
    const passkey = await read.findOneBy(Passkey, { credentialId: response.id });
    if (!passkey || (accountId !== null && passkey.accountId !== accountId)) throw refused();
    const handle = response.response?.userHandle;
    const owner = Buffer.from(passkey.accountId).toString('base64url');
    // Without an account the device says whose it is; else it need not, but may not say another's.
    if (handle ? handle !== owner : accountId === null) throw refused();
    return passkey;
  }

  private party(): RelyingParty {
    const party = relyingParty(this.config.publicUrl);
    if (!party) throw new ForbiddenError('error.passkeysNotHere');
    return party;
  }
}

const refused = () => InvalidError.field('', 'error.passkey');

/** The library throws plain errors for whatever it does not accept; what was sent is anybody's. */
async function orRefused<T>(work: () => T | Promise<T>, challenge: string | null): Promise<T> {
  if (challenge === null) throw refused();
  try {
    return await work();
  } catch {
    throw refused();
  }
}
