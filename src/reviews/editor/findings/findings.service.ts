import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { States } from '../../../accounts/states.js';
import { Membership } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { inSlices } from '../../../platform/database/in-slices.js';
import { Entry } from '../../../progress/entries/entry.entity.js';
import type { Passage } from '../../passages/passage.entity.js';
import { wordsRow } from '../words/passage-words.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { fontsFor } from '../../../platform/documents/glyphs.js';
import type { Actor } from '../../../platform/http/actor.js';
import { statesNamedIn } from '../../compilation/names-a-state.js';
import { reviewCycle } from '../../cycles/review-cycles.js';
import { findToEdit } from '../../submissions/submission.access.js';
import type { Submission } from '../../submissions/submission.entity.js';
import { PassageQueryService } from '../passage-query.service.js';
import type { PassageView } from '../passage.view.js';
import { FindingAside } from './finding-aside.entity.js';
import { byKind, type Finding, type FindingKind, findingsIn } from './findings.js';
import { mayBeSetAside, sealOfFinding } from './seal.js';

/** A finding as it is known again; null for one that cannot be set aside. */
export interface SealedFinding extends Finding {
  seal: string | null;
}
export interface FindingSetAside {
  finding: SealedFinding;
  aside: FindingAside;
}
export interface Findings {
  submission: Submission;
  /** Those that are to be looked at. */
  findings: SealedFinding[];
  /** Those that were, and are meant so. */
  aside: FindingSetAside[];
}

/** What is to be looked at before a document goes out. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly query: PassageQueryService,
  ) {}

  /** Throws NotFoundError or ForbiddenError. */
  async of(actor: Actor, id: string): Promise<Findings> {
    const { read } = this.unitOfWork;
    const submission = await findToEdit(read, actor, id);
    const all = await this.in(submission);
    const rows = await read.findBy(FindingAside, { submissionId: id });
    const bySeal = new Map(rows.map((row) => [row.seal, row]));
    const asideOf = ({ seal }: SealedFinding) => (seal === null ? undefined : bySeal.get(seal));
    return {
      submission,
      findings: all.filter((finding) => !asideOf(finding)),
      aside: all.flatMap((finding) => {
        const aside = asideOf(finding);
        return aside ? [{ finding, aside }] : [];
      }),
    };
  }

  private async in(submission: Submission): Promise<SealedFinding[]> {
    const measures = await this.query.measures(submission);
    const { form, language, sections, cycleId, compiled, mechanismId } = submission;
    const cycle = cycleId ? reviewCycle(cycleId) : undefined;
    // What waits may be something else after any release.
    const facts: Partial<Record<FindingKind, unknown>> = { unconfirmed: cycle, waits: compiled?.fingerprint };
    const sealed = (finding: Finding, passage?: Passage): SealedFinding => ({
      ...finding,
      seal: mayBeSetAside(finding) ? sealOfFinding(finding, passage, language, facts[finding.kind]) : null,
    });
    const missing = (text: string) => fontsFor(text).missing;
    const nothing = { limits: null, sections: [], measures: new Map<string, never>(), unconfirmed: [] };
    const found = findingsIn({
      ...{ original: language, missing, measures, passages: [], namedStates: new Map() },
      limits: form.limits ?? null,
      sections: [...sections].sort((a, b) => a.position - b.position),
      unconfirmed: cycle && (cycle.expected || cycle.doubts.length > 0) ? [cycle.id] : [],
      waits: compiled?.waits ?? false,
    }).map((finding) => sealed(finding));
    const members = await this.unitOfWork.read.findBy(Membership, { mechanismId });
    for await (const passages of this.query.slices(submission)) {
      const namedStates = await this.namedStates(submission, passages, members);
      const byId = new Map(passages.map(({ passage }) => [passage.id, passage]));
      const of = { ...nothing, original: language, missing, passages, namedStates, waits: false };
      for (const finding of findingsIn(of)) found.push(sealed(finding, byId.get(finding.passageId ?? '')));
    }
    return byKind(found);
  }

  /**
   * Which States words name that are made from what is not attributed, as compiled or as written over it. A State that
   * is named in another source of the same passage may be.
   */
  private async namedStates(
    { language: original, languages }: Submission,
    views: readonly PassageView[],
    members: readonly Membership[],
  ): Promise<Map<string, string[]>> {
    const some = views
      .map(({ passage }) => passage)
      .filter(({ state, sources }) => state !== 'left-out' && sources.some((one) => one.named === false));
    const found = new Map<string, string[]>();
    if (some.length === 0) return found;
    const { read } = this.unitOfWork;
    const named = some.flatMap(({ sources }) => sources.filter((one) => one.named).map(({ id }) => id));
    const entries = await inSlices([...new Set(named)], (ids) =>
      read.find(Entry, { select: { id: true, reporter: true }, where: { id: In(ids) } }),
    );
    const reporterOf = new Map(entries.map(({ id, reporter }) => [id, reporter]));
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
