import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { actorOf } from '../../accounts/actor-of.js';
import { can, demand } from '../../accounts/roles.js';
import { Holding } from '../../accounts/passwords/holdings.js';
import { SecondFactorRequirement } from '../../accounts/second-factor/requirement.service.js';
import { hashSecret, newSecret } from '../../accounts/secrets.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { CalendarFile } from './calendar-file.js';
import { CalendarService } from './calendar.service.js';
import { CalendarFeed } from './calendar-feed.entity.js';

const USED_EVERY_MS = 10 * 60_000;
/** More than anybody has calendars; it keeps a program from making them without end. */
const MOST = 50;

/** Calendars people subscribe to by a secret address. */
@Injectable()
export class FeedsService extends Holding {
  readonly holds = 'calendars';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: CalendarService,
    private readonly history: History,
    private readonly clock: Clock,
    private readonly secondFactor: SecondFactorRequirement,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  /**
   * Makes an address for a mechanism's calendar, or (null) for that of all the actor's mechanisms; the answer is the
   * only time it can be read. Throws NotFoundError where the actor has no role, and ForbiddenError for a program: the
   * address would outlive its key, and reach further.
   */
  async create(actor: Actor, mechanismId: string | null): Promise<{ id: string; url: string }> {
    if (actor.kind !== 'person') throw new ForbiddenError('error.keyNever');
    if (mechanismId !== null) demand(actor, 'meetings.read', mechanismId, 'mechanism');
    else if (!can(actor, 'meetings.read', null)) throw new NotFoundError('mechanism');
    const { secret, hash } = newSecret();
    const id = uuid();
    await this.unitOfWork.run(async (manager) => {
      const accountId = actor.accountId!;
      if ((await manager.countBy(CalendarFeed, { accountId, revokedAt: IsNull() })) >= MOST)
        throw new ConflictError('error.calendarsMany');
      const createdAt = this.clock.now();
      await manager.insert(CalendarFeed, { id, secretHash: hash, accountId, mechanismId, createdAt });
      await this.record(actor, 'calendar.create', mechanismId);
    });
    return { id, url: `${this.config.publicUrl}/calendars/${secret}.ics` };
  }

  /** The actor's own, those in use, the latest first. */
  list(actor: Actor): Promise<CalendarFeed[]> {
    const where = { accountId: actor.accountId!, revokedAt: IsNull() };
    return this.unitOfWork.read.find(CalendarFeed, { where, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** Ends one of the actor's own addresses. Doing so twice does nothing. */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const where = { id, accountId: actor.accountId!, revokedAt: IsNull() };
      const feed = await manager.findOneBy(CalendarFeed, where);
      if (!feed) return;
      await manager.update(CalendarFeed, where, { revokedAt: this.clock.now() });
      await this.record(actor, 'calendar.revoke', feed.mechanismId);
    });
  }

  /**
   * The calendar behind an address, with what its owner may read at this moment. Throws NotFoundError when the
   * address is unknown or revoked, or the account closed.
   */
  async open(secret: string): Promise<CalendarFile> {
    const [feed] = await this.unitOfWork.read.find(CalendarFeed, {
      where: { secretHash: hashSecret(secret), revokedAt: IsNull() },
      relations: { account: { grants: true } },
    });
    if (!feed || feed.account.closedAt) throw new NotFoundError('calendar');
    const now = this.clock.now();
    if (!feed.lastUsedAt || now.getTime() - feed.lastUsedAt.getTime() > USED_EVERY_MS) {
      await this.unitOfWork.run((manager) =>
        manager.update(CalendarFeed, { id: feed.id }, { lastUsedAt: now }),
      );
    }
    const actor = this.secondFactor.withheld(feed.account, actorOf(feed.account, 'token', now));
    return this.calendars.fileFor(actor, feed.mechanismId);
  }

  async endAll(accountId: string): Promise<void> {
    await this.unitOfWork.run((manager) =>
      manager.update(CalendarFeed, { accountId, revokedAt: IsNull() }, { revokedAt: this.clock.now() }),
    );
  }

  private record(actor: Actor, action: string, mechanism: string | null): Promise<void> {
    const change = { action, subjectKind: 'account', subjectId: actor.accountId!, scope: null };
    return this.history.record(actor, { ...change, after: mechanism === null ? {} : { mechanism } });
  }
}
