import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { actorOf } from '../../accounts/actor-of.js';
import { PeopleService } from '../../accounts/people.service.js';
import { SecondFactorRequirement } from '../../accounts/second-factor/requirement.service.js';
import { lockSubject } from '../../platform/database/lock-subject.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { SecondFactorNeededError } from '../../platform/http/access.js';
import { type Actor, visitor } from '../../platform/http/actor.js';
import { addDays } from '../../platform/i18n/day.js';
import { linkUse, type LinkUse } from './answer-link-use.js';
import { AnswerTokens } from './answer-tokens.service.js';
import { RoundAddressee } from '../round/round.entity.js';
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
    private readonly tokens: AnswerTokens,
    private readonly secondFactor: SecondFactorRequirement,
  ) {}

  /**
   * What a token opens. Throws NotFoundError for one that was never given, and SecondFactorNeededError for the own link of
   * somebody who must set up a second factor first. Changes nothing: scanners open links.
   */
  async open(token: string): Promise<OpenedLink> {
    const found = await this.tokens.find(token);
    if (!found) throw new NotFoundError('link');
    await this.demandFactor(found.link);
    return this.opened(found.link, found.expiresAt);
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

  /** A new address for a mail to somebody who speaks for the addressee; null once their link is revoked. */
  async addressFor(accountId: string, { id: addresseeId, roundId }: RoundAddressee, dueDay: string) {
    return this.unitOfWork.run(async (manager) => {
      // Of two mails that are written at once, the second finds the link: who revokes one has revoked it.
      await lockSubject(manager, RoundAddressee, addresseeId);
      const there = await manager.findOneBy(AnswerLink, { addresseeId, accountId });
      if (there?.revokedAt) return null;
      const expiresAt = this.graceAfter(dueDay);
      if (there && there.expiresAt < expiresAt) {
        await manager.update(AnswerLink, { id: there.id }, { expiresAt });
        await this.tokens.prolong(there.id, expiresAt);
        there.expiresAt = expiresAt;
      }
      const link = there ?? this.newLink({ roundId, addresseeId, accountId, expiresAt });
      if (!there) await manager.insert(AnswerLink, link);
      return this.tokens.mint(link);
    });
  }

  /** A link for a colleague, by name and address. Call inside a unit of work. */
  async make(
    fields: Pick<AnswerLink, 'roundId' | 'addresseeId' | 'name' | 'email' | 'createdBy' | 'showsHistory'>,
    days: number,
  ): Promise<AnswerLink> {
    const link = this.newLink({ ...fields, expiresAt: new Date(this.clock.now().getTime() + days * DAY_MS) });
    await this.unitOfWork.run((manager) => manager.insert(AnswerLink, link));
    return link;
  }

  /**
   * The link whose address somebody with a link of their own may give away: another one, as whoever has it is unknown. It
   * opens as long as their own.
   */
  async toPassOn({ roundId, addresseeId, accountId, expiresAt }: AnswerLink): Promise<AnswerLink> {
    return this.unitOfWork.run(async (manager) => {
      const unknown = { accountId: IsNull(), email: IsNull(), name: IsNull(), revokedAt: IsNull() };
      const open = { expiresAt: MoreThan(this.clock.now()) };
      const where = { addresseeId, createdBy: accountId!, ...unknown, ...open };
      const there = await manager.findOneBy(AnswerLink, where);
      if (there) return there;
      const link = this.newLink({ roundId, addresseeId, createdBy: accountId, expiresAt });
      await manager.insert(AnswerLink, link);
      return link;
    });
  }

  async end(id: string): Promise<Date> {
    const revokedAt = this.clock.now();
    await this.unitOfWork.run((manager) => manager.update(AnswerLink, { id }, { revokedAt }));
    return revokedAt;
  }

  /** Notes through which link the delegation submitted its answers. */
  async answered({ id }: AnswerLink): Promise<void> {
    await this.unitOfWork.run((manager) =>
      manager.update(AnswerLink, { id }, { answeredAt: this.clock.now() }),
    );
  }

  /** A link by its id, as long as it opens something; null when there is no reason to mail it any more. */
  async stillOpen(id: string): Promise<OpenedLink | null> {
    const link = await this.unitOfWork.read.findOne(AnswerLink, {
      where: { id },
      relations: { addressee: { round: true } },
    });
    const opened = link && (await this.opened(link, link.expiresAt));
    return opened?.use === 'open' ? opened : null;
  }

  private async opened(link: AnswerLink, expiresAt: Date): Promise<OpenedLink> {
    const { addressee } = link;
    const actor = await this.actorFor(link);
    const now = this.clock.now();
    const use = linkUse({ revokedAt: link.revokedAt, expiresAt }, addressee, now, actor !== null);
    return { link, addressee, use, actor: actor ?? visitor('en') };
  }

  private async demandFactor({ accountId }: AnswerLink): Promise<void> {
    const account = accountId ? await this.people.find({ id: accountId }) : null;
    if (!account) return;
    const actor = actorOf(account, 'link', this.clock.now());
    if (this.secondFactor.withheld(account, actor).lacksSecondFactor) throw new SecondFactorNeededError();
  }

  /** Somebody must still speak for the addressee: whose link it is, or who gave it. Null when they do not. */
  private async actorFor(row: AnswerLink): Promise<Actor | null> {
    const { id, accountId, createdBy, name, addressee, showsHistory } = row;
    const account = await this.people.find({ id: accountId ?? createdBy ?? '' });
    if (!account || account.closedAt) return null;
    const { kind, subject, round } = addressee;
    const role = kind === 'state' ? 'focal-point' : 'partner';
    const speaker = actorOf(account, 'link', this.clock.now());
    const grants = speaker.grants.filter(
      (grant) => grant.role === role && grant.scope === round.mechanismId && grant.subject === subject,
    );
    if (grants.length === 0) return null;
    const link = { id, of: account.name, passedOn: accountId === null, showsHistory };
    const scoped = { ...speaker, grants: grants.slice(0, 1), administrator: false, sessionId: null, link };
    return accountId ? scoped : { ...scoped, accountId: null, email: null, name: name ?? '' };
  }

  private newLink(fields: Partial<AnswerLink> & Pick<AnswerLink, 'roundId' | 'addresseeId' | 'expiresAt'>) {
    return Object.assign(new AnswerLink(), {
      id: randomUUID(),
      accountId: null,
      name: null,
      email: null,
      createdBy: null,
      showsHistory: false,
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
