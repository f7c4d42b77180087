import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { States } from '../../../accounts/states.js';
import { Membership } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { inSlices } from '../../../platform/database/in-slices.js';
import { Entry } from '../../../progress/entries/entry.entity.js';
import { wordsRow } from '../words/passage-words.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { fontsFor } from '../../../platform/documents/glyphs.js';
import type { Actor } from '../../../platform/http/actor.js';
import { statesNamedIn } from '../../compilation/names-a-state.js';
import { reviewCycle } from '../../cycles/review-cycles.js';
import { findToEdit } from '../../submissions/submission.access.js';
import type { Submission } from '../../submissions/submission.entity.js';
import { PassageQueryService, type PassageView } from '../passage-query.service.js';
import { type Finding, findingsIn } from './findings.js';

/** What is to be looked at before a document goes out. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly query: PassageQueryService,
  ) {}

  /** Throws NotFoundError or ForbiddenError. */
  async of(actor: Actor, id: string): Promise<{ submission: Submission; findings: Finding[] }> {
    const submission = await findToEdit(this.unitOfWork.read, actor, id);
    return { submission, findings: await this.in(submission) };
  }

  /** The caller has made sure that the actor may edit it. */
  async in(submission: Submission): Promise<Finding[]> {
    const passages = await this.query.all(submission);
    const measures = await this.query.measures(submission);
    const { form, language, sections, cycleId } = submission;
    const cycle = cycleId ? reviewCycle(cycleId) : undefined;
    return findingsIn({
      original: language,
      limits: form.limits ?? null,
      sections: [...sections].sort((a, b) => a.position - b.position),
      measures,
      passages,
      unconfirmed: cycle && (cycle.expected || cycle.doubts.length > 0) ? [cycle.id] : [],
      missing: (text) => fontsFor(text).missing,
      namedStates: await this.namedStates(submission, passages),
    });
  }

  /**
   * Which States words name that are made from what is not attributed, as compiled or as written over it. A State that
   * is named in another source of the same passage may be.
   */
  private async namedStates(
    { mechanismId, language: original, languages }: Submission,
    views: readonly PassageView[],
  ): Promise<Map<string, string[]>> {
    const some = views
      .map(({ passage }) => passage)
      .filter(({ state, sources }) => state !== 'left-out' && sources.some((one) => one.named === false));
    const found = new Map<string, string[]>();
    if (some.length === 0) return found;
    const { read } = this.unitOfWork;
    const named = some.flatMap(({ sources }) => sources.filter((one) => one.named).map(({ id }) => id));
    const entries = await inSlices([...new Set(named)], (ids) => read.findBy(Entry, { id: In(ids) }));
    const reporterOf = new Map(entries.map(({ id, reporter }) => [id, reporter]));
    const members = await read.findBy(Membership, { mechanismId });
    for (const passage of some) {
      const open = new Set(passage.sources.map(({ id, named: is }) => (is ? reporterOf.get(id) : undefined)));
      const codes = members.map(({ stateCode }) => stateCode).filter((code) => !open.has(code));
      const blocks = [original, ...languages].flatMap((language) => {
        const words = wordsRow(passage, language);
        return words?.edited ?? words?.compiled ?? [];
      });
      const names = statesNamedIn(blocks, codes).map((code) => States.name(code, original));
      if (names.length > 0) found.set(passage.id, names);
    }
    return found;
  }
}
