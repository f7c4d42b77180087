import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { can } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { change, remove } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { useWordings } from './entered.js';
import type { WordingInput } from './wording.dto.js';
import { Wording } from './wording.entity.js';

/** Another process may have entered one: so long this one may show the former title. */
const KEPT_MS = 10_000;

/** Official titles of objectives that an administrator entered. They are public, as the catalogue is. */
@Injectable()
export class WordingsService implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private readAt = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refreshIfOld(), KEPT_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** All that were entered, by language and objective. Throws ForbiddenError for who does not run the installation. */
  async list(actor: Actor): Promise<Wording[]> {
    demandManager(actor);
    return this.unitOfWork.read.find(Wording, { order: { language: 'ASC', objective: 'ASC' } });
  }

  /**
   * Enters a wording, or puts it in place of the one of that version. Throws ConflictError, with the one that stands, when
   * it is another one or there was none to be expected; ForbiddenError as `list` does.
   */
  async set(actor: Actor, { version, ...input }: WordingInput): Promise<Wording> {
    demandManager(actor);
    const { objective, language, text, source } = input;
    const entered = {
      ...{ text, source, enteredBy: actor.name, enteredById: actor.accountId!, enteredAt: this.clock.now() },
    };
    return this.unitOfWork.run(async (manager) => {
      const before = await manager.findOneBy(Wording, { objective, language });
      const now = { objective, language, ...entered, id: before?.id ?? uuid(), version: (version ?? 0) + 1 };
      if (before && version === null) throw new ConflictError('error.wordingThere', before);
      if (before) {
        const current = () => manager.findOneBy(Wording, { id: before.id });
        await change(manager, Wording, { id: before.id, version: version! }, entered, { current });
      } else {
        if (version !== null) throw new ConflictError('error.wordingGone');
        await manager.insert(Wording, now);
      }
      await this.record(actor, before ? 'wording.change' : 'wording.enter', now, before);
      return now;
    });
  }

  /** Takes one away: English stands in again. Throws NotFoundError when there is none. */
  async remove(actor: Actor, id: string): Promise<void> {
    const before = await this.find(actor, id);
    await this.unitOfWork.run(async (manager) => {
      await remove(manager, Wording, { id, version: before.version }, { reason: 'error.stale' });
      await this.record(actor, 'wording.remove', before, before);
    });
  }

  /** Throws NotFoundError when there is none. */
  async find(actor: Actor, id: string): Promise<Wording> {
    demandManager(actor);
    const found = await this.unitOfWork.read.findOneBy(Wording, { id });
    if (!found) throw new NotFoundError('wording');
    return found;
  }

  private async record(actor: Actor, action: string, one: Wording, before: Wording | null): Promise<void> {
    const { objective, language } = one;
    const words = ({ text, source }: Wording) => ({ objective, language, text, source });
    await this.history.record(actor, {
      action,
      subjectKind: 'wording',
      // One history for all of them: it is read beside their list.
      subjectId: 'wordings',
      scope: null,
      ...(before && { before: words(before) }),
      after: action === 'wording.remove' ? { objective, language } : words(one),
    });
    this.unitOfWork.afterCommit(() => this.refresh());
  }

  /** By the clock of the product, which stands still in tests: there nobody else enters any. */
  private async refreshIfOld(): Promise<void> {
    if (this.clock.now().getTime() - this.readAt < KEPT_MS) return;
    // What failed is asked again the next time.
    await this.refresh().catch(() => undefined);
  }

  private async refresh(): Promise<void> {
    this.readAt = this.clock.now().getTime();
    useWordings(await this.unitOfWork.read.find(Wording));
  }
}

function demandManager(actor: Actor): void {
  if (!can(actor, 'installation.manage', null)) throw new ForbiddenError();
}
