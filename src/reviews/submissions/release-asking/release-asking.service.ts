import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { History } from '../../../platform/database/history.js';
import { Clock } from '../../../platform/clock.js';
import { ConflictError } from '../../../platform/errors.js';
import type { Actor } from '../../../platform/http/actor.js';
import { addDays } from '../../../platform/i18n/day.js';
import { Outbox } from '../../../platform/mail/outbox.js';
import { OutgoingMessage } from '../../../platform/mail/message.entity.js';
import { recipientsOf } from '../../../platform/mail/recipients.js';
import {
  type UnreleasedEntry,
  UnreleasedEntriesService,
} from '../../../progress/release/unreleased-entries.service.js';
import { EligibleAddresseesService } from '../../../rounds/addressees/eligible-addressees.service.js';
import { keyOf } from '../../../rounds/addressees/question-target.js';
import { periodOf } from '../period-of.js';
import { changeOf, findToEdit } from '../submission.access.js';
import { Submission } from '../submission.entity.js';
import { ReleaseAskMail } from './release-ask.mail.js';
import { ASK_AGAIN_DAYS, askable, type DelegationToAsk } from './release-asking.js';

/** What a submission does not use though it was accepted, and whom its secretariat may ask about that. */
export interface Unreleased {
  entries: number;
  delegations: number;
  /** Those that may be asked now. */
  toAsk: number;
  /** Accounts that would get a mail. */
  people: string[];
  /** Day on which somebody was asked last, while it is too early to ask them again. */
  askedOn: Date | null;
}

/** Asks delegations whether documents may use what was accepted of them. It is theirs to decide, or to leave. */
@Injectable()
export class ReleaseAskingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly unreleased: UnreleasedEntriesService,
    private readonly eligible: EligibleAddresseesService,
    private readonly mail: ReleaseAskMail,
  ) {}

  /** Throws NotFoundError or ForbiddenError for who does not write the submission. */
  async look(actor: Actor, id: string): Promise<Unreleased> {
    return this.lookAt(await findToEdit(this.unitOfWork.read, actor, id));
  }

  /**
   * Posts one mail to each person who speaks for a delegation that may be asked. Whoever was asked within the last days,
   * for any submission of the mechanism, is left alone. Throws ConflictError where nobody is left to ask.
   */
  async ask(actor: Actor, id: string): Promise<Unreleased> {
    return this.unitOfWork.run(async (manager) => {
      const submission = await findToEdit(manager, actor, id);
      const found = await this.lookAt(submission);
      if (submission.state !== 'drafting' || found.people.length === 0)
        throw new ConflictError('error.askRelease.nobody');
      const day = this.clock.now().toISOString().slice(0, 10);

      await this.outbox.post(this.mail, { id, day }, found.people, undefined, actor);
      const { entries, toAsk: delegations } = found;
      await this.history.record(actor, changeOf(submission, 'askRelease', {}, { entries, delegations }));
      return found;
    });
  }

  private async lookAt(submission: Submission): Promise<Unreleased> {
    const { mechanismId } = submission;
    const entries = await this.unreleased.list(mechanismId, periodOf(submission));
    const delegations = await this.delegations(mechanismId, entries);
    const { ask, askedOn } = askable(delegations, this.clock.now());
    return {
      entries: entries.length,
      delegations: delegations.length,
      toAsk: ask.length,
      people: recipientsOf(ask.flatMap(({ people }) => people)),
      askedOn,
    };
  }

  private async delegations(mechanismId: string, entries: UnreleasedEntry[]): Promise<DelegationToAsk[]> {
    const voices = new Map(entries.map((entry) => [keyOf(entry), entry]));
    if (voices.size === 0) return [];
    const speakers = await this.eligible.speakers(mechanismId, [...voices.values()]);
    const delegations = [...voices.keys()].map((key) =>
      (speakers.get(key) ?? []).map(({ accountId }) => accountId),
    );
    const asked = await this.lastAsked(mechanismId, delegations.flat());
    return delegations.map((people) => ({ people, asked: people.flatMap((one) => asked.get(one) ?? []) }));
  }

  /** By account, when somebody of the mechanism's secretariat asked last. */
  private async lastAsked(mechanismId: string, accountIds: string[]): Promise<Map<string, Date>> {
    const { read } = this.unitOfWork;
    const ids = (await read.find(Submission, { select: { id: true }, where: { mechanismId } })).map(
      ({ id }) => id,
    );
    const since = new Date(`${addDays(this.clock.now().toISOString().slice(0, 10), -ASK_AGAIN_DAYS)}T00:00Z`);
    const sent = await read.find(OutgoingMessage, {
      select: { id: true, accountId: true, createdAt: true },
      where: {
        kind: this.mail.kind,
        subjectId: In(ids),
        accountId: In(accountIds),
        createdAt: MoreThan(since),
      },
      order: { createdAt: 'ASC' },
    });
    return new Map(sent.map(({ accountId, createdAt }) => [accountId, createdAt]));
  }
}
