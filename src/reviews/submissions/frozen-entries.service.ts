import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { inSlices } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { type DocumentUse, DocumentUses } from '../../progress/release/document-uses.js';
import { FrozenEntry } from './frozen-entry.entity.js';

/** What was submitted with an entry in it; told to the entry's reporter, through DocumentUses, and to nobody else. */
@Injectable()
export class FrozenEntriesService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly documents: DocumentUses,
  ) {}

  onModuleInit(): void {
    this.documents.add((actor, entryIds) => this.usesOf(actor, entryIds));
  }

  /** The caller has made sure that the entries are the actor's own. Of a mechanism it has no part in, without the title. */
  async usesOf(actor: Actor, entryIds: readonly string[]): Promise<(DocumentUse & { entryId: string })[]> {
    const frozen = await inSlices(entryIds, (some) => this.rowsOf(some));
    return frozen.map(({ entryId, attributed, frozenAt, submissionId, title, mechanismId }) => ({
      entryId,
      mechanismId,
      title: actor.grants.some((grant) => grant.scope === mechanismId) ? title : null,
      href: can(actor, 'submissions.read', mechanismId) ? `/submissions/${submissionId}` : null,
      frozenAt: new Date(frozenAt),
      attributed: Boolean(attributed),
    }));
  }

  private rowsOf(some: readonly string[]): Promise<Row[]> {
    return this.unitOfWork.read
      .createQueryBuilder(FrozenEntry, 'frozen')
      .innerJoin('frozen.freeze', 'freeze')
      .innerJoin('freeze.submission', 'submission')
      .where('frozen.entryId IN (:...some)', { some })
      .select('frozen.attributed', 'attributed')
      .addSelect('frozen.entryId', 'entryId')
      .addSelect('freeze.frozenAt', 'frozenAt')
      .addSelect('submission.id', 'submissionId')
      .addSelect('submission.title', 'title')
      .addSelect('submission.mechanismId', 'mechanismId')
      .getRawMany<Row>();
  }
}

interface Row {
  entryId: string;
  /** A number on SQLite. */
  attributed: boolean | number;
  frozenAt: string;
  submissionId: string;
  title: string;
  mechanismId: string;
}
