import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ReleaseStandingService } from '../../progress/release/release-standing.service.js';
import { SectionCompiler } from '../compilation/section-compiler.js';
import type { Submission } from '../submissions/submission.entity.js';
import { Passage } from './passage.entity.js';
import type { PassageSource } from './passage.js';

type Subject = Pick<Submission, 'id' | 'mechanismId' | 'state' | 'compiled'>;

/**
 * Which passages may be in no page and no file now: an entry that their words come from was withdrawn, is released no
 * more, or is not to be named any more. It holds from that moment, whatever is compiled and whenever.
 */
@Injectable()
export class MaskedPassages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standing: ReleaseStandingService,
    private readonly compiler: SectionCompiler,
  ) {}

  /** By id, each with the sources that do not hold. What was submitted is what was sent: its passages are not asked about. */
  async of(submission: Subject, isCurrent?: boolean): Promise<ReadonlyMap<string, readonly PassageSource[]>> {
    // As long as nothing was released or withdrawn since it was compiled, only what a person wrote can stand on what does not hold.
    const current = isCurrent ?? (await this.isCurrent(submission));
    const passages = await this.unitOfWork.read.find(Passage, {
      select: { id: true, sources: true },
      where: { submissionId: submission.id, ...(current && { state: Not('compiled' as const) }) },
    });
    if (passages.length === 0) return new Map();
    const holds = await this.standing.of(submission.mechanismId);
    return new Map(
      passages.flatMap(({ id, sources }) => {
        const broken = sources.filter((source) => source.kind === 'entry' && !holds(source));
        return broken.length > 0 ? [[id, broken] as const] : [];
      }),
    );
  }

  /** Whether nothing was released, withdrawn or accepted since it was compiled, and it holds all that it may. */
  async isCurrent({
    compiled,
    mechanismId,
    state,
  }: Pick<Subject, 'compiled' | 'mechanismId' | 'state'>): Promise<boolean> {
    if (state === 'drafting' && compiled?.narrow) return false;
    return compiled?.fingerprint === (await this.released(mechanismId));
  }

  /** Of what is released in a mechanism now: no passage begins or ceases to be masked while it is the same. */
  released(mechanismId: string): Promise<string> {
    return this.compiler.fingerprint(mechanismId);
  }
}
