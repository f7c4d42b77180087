import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { actorOf } from '../../accounts/actor-of.js';
import { PeopleService } from '../../accounts/people.service.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { type Actor, visitor } from '../../platform/http/actor.js';
import { addDays } from '../../platform/i18n/day.js';
import { linkUse, type LinkUse } from './answer-link-use.js';
import { answerToken, answerTokenHash } from './answer-token.js';
import type { RoundAddressee } from '../round/round.entity.js';
import { AnswerLink } from './answer-link.entity.js';

/** How long after the hoped-for day a mail's own link still opens, when the round stays open so long. */
const GRACE_DAYS = 30;
const DAY_MS = 86_400_000;

/** What a link opens, for whoever holds it. */
export interface OpenedLink {
  link: AnswerLink;
  addressee: RoundAddressee;
  use: LinkUse;
  /** Speaks for this addressee and has no other part anywhere. It is never put on the request. */
  actor: Actor;
}

/** Links that let somebody answer without signing in: made, opened, ended. */
@Injectable()
export class AnswerLinksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What a token opens. Throws NotFoundError for one that was never given. Changes nothing: scanners open links. */
  async open(token: string): Promise<OpenedLink> {
    const link = await this.unitOfWork.read.findOne(AnswerLink, {
      where: { secretHash: answerTokenHash(token) },
      relations: { addressee: { round: true } },
    });
    if (!link) throw new NotFoundError('link');
    const { addressee } = link;
    const actor = await this.actorFor(link);
    const use = linkUse(link, addressee, this.clock.now(), actor !== null);
    return { link, addressee, use, actor: actor ?? visitor('en') };
  }

  /** The same for what acts. Throws NotFoundError, too, for a link that opens nothing any more. */
  async openToAct(token: string): Promise<OpenedLink> {
    const opened = await this.open(token);
    if (opened.use !== 'open') throw new NotFoundError('link');
    await this.unitOfWork.run((manager) =>
      manager.update(AnswerLink, { id: opened.link.id }, { lastOpenedAt: this.clock.now() }),
    );
    return opened;
  }

  /** The address for a mail to somebody who speaks for the addressee, the same in each mail; null once revoked. */
  async addressFor(accountId: string, { id: addresseeId, roundId }: RoundAddressee, dueDay: string) {
    return this.unitOfWork.run(async (manager) => {
      const there = await manager.findOneBy(AnswerLink, { addresseeId, accountId });
      if (there?.revokedAt) return null;
      const expiresAt = this.graceAfter(dueDay);
      if (there) {
        if (there.expiresAt < expiresAt) await manager.update(AnswerLink, { id: there.id }, { expiresAt });
        return this.addressOf(there.id);
      }
      const link = this.newLink({ roundId, addresseeId, accountId, expiresAt });
      await manager.insert(AnswerLink, link);
      return this.addressOf(link.id);
    });
  }

  addressOf(linkId: string): string {
    return `${this.config.publicUrl}/answer/${answerToken(linkId, this.config.secretKey)}`;
  }

  /** A link for a colleague, by name and address. Call inside a unit of work. */
  async make(
    fields: Pick<AnswerLink, 'roundId' | 'addresseeId' | 'name' | 'email' | 'createdBy'>,
    days: number,
  ): Promise<AnswerLink> {
    const link = this.newLink({ ...fields, expiresAt: new Date(this.clock.now().getTime() + days * DAY_MS) });
    await this.unitOfWork.run((manager) => manager.insert(AnswerLink, link));
    return link;
  }

  async end(id: string): Promise<Date> {
    const revokedAt = this.clock.now();
    await this.unitOfWork.run((manager) => manager.update(AnswerLink, { id }, { revokedAt }));
    return revokedAt;
  }

  /** Notes through which link the delegation submitted its answers. */
  async answered(token: string): Promise<void> {
    const where = { secretHash: answerTokenHash(token) };
    await this.unitOfWork.run((manager) =>
      manager.update(AnswerLink, where, { answeredAt: this.clock.now() }),
    );
  }

  /** The addressee of a link to be mailed, and who gave it; null when there is no reason for the mail any more. */
  async toMail(id: string): Promise<OpenedLink | null> {
    const link = await this.unitOfWork.read.findOneBy(AnswerLink, { id });
    const opened = link && (await this.open(answerToken(id, this.config.secretKey)));
    return opened?.use === 'open' ? opened : null;
  }

  /** Somebody must still speak for the addressee: whose link it is, or who gave it. Null when they do not. */
  private async actorFor({ accountId, createdBy, name, addressee }: AnswerLink): Promise<Actor | null> {
    const account = await this.people.find({ id: accountId ?? createdBy ?? '' });
    if (!account || account.closedAt) return null;
    const { kind, subject, round } = addressee;
    const role = kind === 'state' ? 'focal-point' : 'partner';
    const speaker = actorOf(account, 'link', this.clock.now());
    const grants = speaker.grants.filter(
      (grant) => grant.role === role && grant.scope === round.mechanismId && grant.subject === subject,
    );
    if (grants.length === 0) return null;
    const scoped = { ...speaker, grants: grants.slice(0, 1), administrator: false, sessionId: null };
    return accountId ? scoped : { ...scoped, accountId: null, email: null, name: name ?? '' };
  }

  private newLink(fields: Partial<AnswerLink> & Pick<AnswerLink, 'roundId' | 'addresseeId' | 'expiresAt'>) {
    const id = randomUUID();
    return Object.assign(new AnswerLink(), {
      id,
      secretHash: answerTokenHash(answerToken(id, this.config.secretKey)),
      accountId: null,
      name: null,
      email: null,
      createdBy: null,
      createdAt: this.clock.now(),
      revokedAt: null,
      lastOpenedAt: null,
      answeredAt: null,
      ...fields,
    });
  }

  private graceAfter(dueDay: string): Date {
    const end = new Date(`${addDays(dueDay, GRACE_DAYS)}T23:59:59.000Z`);
    const least = new Date(this.clock.now().getTime() + GRACE_DAYS * DAY_MS);
    return end > least ? end : least;
  }
}
