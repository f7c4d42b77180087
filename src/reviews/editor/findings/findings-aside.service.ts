import { Injectable } from '@nestjs/common';
import { giveValueWords, wordOf } from '../../../audit/value-words.js';
import { Clock } from '../../../platform/clock.js';
import { History } from '../../../platform/database/history.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ConflictError } from '../../../platform/errors.js';
import type { Actor } from '../../../platform/http/actor.js';
import { changeOf } from '../../submissions/submission.access.js';
import { FindingAside } from './finding-aside.entity.js';
import { FindingsService, type SealedFinding } from './findings.service.js';

giveValueWords('finding', wordOf('finding.kind'));

/** Setting aside what no edit settles: a day that nobody has confirmed, a word that is meant to stay as it is. */
@Injectable()
export class FindingsAsideService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly findings: FindingsService,
  ) {}

  /** The finding is null where it is no more, also since its words are others. */
  async find(actor: Actor, id: string, seal: string) {
    const { submission, findings, aside } = await this.findings.of(actor, id);
    const all = [...findings, ...aside.map(({ finding }) => finding)];
    return { submission, finding: all.find((one) => one.seal === seal) ?? null };
  }

  /** Of two who do it the first one's reason stands. Throws ConflictError for a finding that is no more. */
  async setAside(actor: Actor, id: string, seal: string, reason: string): Promise<void> {
    const { submission, finding } = await this.find(actor, id, seal);
    if (!finding) throw new ConflictError('error.findingChanged');
    await this.unitOfWork.run(async (manager) => {
      const row = { submissionId: id, seal };
      if (await manager.existsBy(FindingAside, row)) return;
      const { name: author, accountId } = actor;
      const values = { ...row, reason, author, accountId, at: this.clock.now() };
      await manager.createQueryBuilder().insert().into(FindingAside).values(values).orIgnore().execute();
      await this.history.record(actor, changeOf(submission, 'setFindingAside', {}, subjectOf(finding)));
    });
  }

  /** Doing it twice changes nothing. */
  async putBack(actor: Actor, id: string, seal: string): Promise<void> {
    const { submission, finding } = await this.find(actor, id, seal);
    if (!finding) return;
    await this.unitOfWork.run(async (manager) => {
      const { affected } = await manager.delete(FindingAside, { submissionId: id, seal });
      if (affected)
        await this.history.record(actor, changeOf(submission, 'putFindingBack', {}, subjectOf(finding)));
    });
  }
}

const subjectOf = ({ kind, section }: SealedFinding) => ({ finding: kind, ...(section && { section }) });
