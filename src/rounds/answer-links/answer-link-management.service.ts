import { Injectable } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { forEachPerson } from '../../platform/addresses/for-each-person.js';
import { nameOf } from '../../platform/addresses/pasted.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ForbiddenError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { AnswerLinksService } from './answer-links.service.js';
import type { AnswerLinkInput, AnswerLinksInput } from './answer-links.dto.js';
import { AnswerTokens } from './answer-tokens.service.js';
import { AnsweringMail } from './answer-link.mail.js';
import { RoundAddressee } from '../round/round.entity.js';
import { AnswerLink } from './answer-link.entity.js';
import { roundWorkflow } from '../round/round.workflow.js';
import { RoundQueryService } from '../round/round-query.service.js';

/** An addressee with its links, as its own people (`own`) or the secretariat see them. */
export interface LinkList {
  addressee: RoundAddressee;
  links: AnswerLink[];
  own: boolean;
}

/** Links as those who answer for them see them: given to a colleague, listed, revoked. */
@Injectable()
export class AnswerLinkManagementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly mail: AnsweringMail,
    private readonly rounds: RoundQueryService,
    private readonly links: AnswerLinksService,
    private readonly tokens: AnswerTokens,
  ) {}

  /** Gives a colleague a link of their own, by mail. Only those who speak for the addressee may; no program. */
  async give(
    actor: Actor,
    roundId: string,
    addresseeId: string,
    input: AnswerLinkInput,
  ): Promise<AnswerLink> {
    demandPerson(actor);
    const { round } = await this.rounds.ownAddressee(actor, roundId, addresseeId);
    roundWorkflow.move(round.state, 'answer');
    const { name, email, days, language, showsHistory } = input;
    return this.unitOfWork.run(async () => {
      const createdBy = actor.accountId;
      const link = await this.links.make(
        { roundId, addresseeId, name, email, createdBy, showsHistory },
        days,
      );
      await this.record(actor, 'answer-link.give', link, { expiresAt: link.expiresAt.toISOString() });
      await this.outbox.post(this.mail, { id: link.id, language }, [actor.accountId]);
      return link;
    });
  }

  /** Gives each of several colleagues a link of their own, or none of them. */
  giveAll(
    actor: Actor,
    roundId: string,
    addresseeId: string,
    { name, email: people, ...rest }: AnswerLinksInput,
  ): Promise<AnswerLink[]> {
    return this.unitOfWork.run(() =>
      forEachPerson(people, (one) =>
        this.give(actor, roundId, addresseeId, { ...rest, name: name ?? nameOf(one), email: one.typed }),
      ),
    );
  }

  /** An addressee's links, oldest first: for its own people and for the secretariat. */
  async list(actor: Actor, roundId: string, addresseeId: string): Promise<LinkList> {
    const { addressee, own } = await this.admitted(actor, roundId, addresseeId);
    const links = await this.unitOfWork.read.find(AnswerLink, {
      where: { roundId, addresseeId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return { addressee, links, own };
  }

  /**
   * Another address of a link that the actor gave to a colleague, or one like the actor's own that writes and decides
   * nothing, since it is copied to be given away. The answer is the only time it can be read. The secretariat makes none:
   * it would read what the delegation has not handed in.
   */
  async copy(actor: Actor, id: string): Promise<{ link: AnswerLink; url: string }> {
    demandPerson(actor);
    const opened = await this.links.stillOpen(id);
    const found = opened?.link;
    const holder = found && (found.accountId ?? found.createdBy);
    if (!found || !actor.accountId || holder !== actor.accountId) throw new NotFoundError('link');
    return this.unitOfWork.run(async () => {
      const { addressee } = found;
      const link = found.accountId === null ? found : { ...(await this.links.toPassOn(found)), addressee };
      const url = await this.tokens.mint(link);
      await this.record(actor, 'answer-link.copy', link, { expiresAt: link.expiresAt.toISOString() });
      return { link, url };
    });
  }

  /** A link the actor may end. Throws NotFoundError. */
  async find(actor: Actor, id: string): Promise<AnswerLink> {
    const link = await this.unitOfWork.read.findOneBy(AnswerLink, { id });
    if (!link) throw new NotFoundError('link');
    await this.admitted(actor, link.roundId, link.addresseeId);
    return link;
  }

  /** Ends a link at once. Nothing happens when it is revoked already. */
  async revoke(actor: Actor, id: string): Promise<AnswerLink> {
    const link = await this.find(actor, id);
    if (link.revokedAt) return link;
    return this.unitOfWork.run(async () => {
      const revokedAt = await this.links.end(id);
      await this.record(actor, 'answer-link.revoke', link, { revokedAt: revokedAt.toISOString() });
      return Object.assign(link, { revokedAt });
    });
  }

  private async admitted(actor: Actor, roundId: string, addresseeId: string) {
    const { round, own } = await this.rounds.find(actor, roundId);
    const found = own.find(({ id }) => id === addresseeId);
    if (found) return { addressee: Object.assign(found, { round }), own: true };
    const addressee = can(actor, 'rounds.manage', round.mechanismId)
      ? await this.unitOfWork.read.findOneBy(RoundAddressee, { id: addresseeId, roundId })
      : null;
    if (!addressee) throw new NotFoundError('addressee');
    return { addressee: Object.assign(addressee, { round }), own: false };
  }

  /** Who was given a link is the delegation's and the secretariat's list, not the mechanism's history. */
  private record(actor: Actor, action: string, link: AnswerLink, after: Record<string, unknown>) {
    const change = { action, subjectKind: 'round-addressee', subjectId: link.addresseeId };
    return this.history.record(actor, { ...change, scope: link.addresseeId, after });
  }
}

/** Throws ForbiddenError for a program: a link that it made would outlive its key, and nobody would be asked anything. */
function demandPerson({ kind }: Actor): void {
  if (kind === 'token') throw new ForbiddenError('error.keyNever');
}
