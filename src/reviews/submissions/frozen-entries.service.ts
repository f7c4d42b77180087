import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can, mechanismsWhere } from '../../accounts/roles.js';
import { In, Not } from 'typeorm';
import { inSlices } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { Disclosure } from '../../progress/entries/entry.entity.js';
import { type DocumentUse, DocumentUses } from '../../progress/release/document-uses.js';
import { FrozenEntry } from './frozen-entry.entity.js';
import { Submission } from './submission.entity.js';

/** What was submitted or is circulated with an entry in it; told to the entry's reporter, through DocumentUses, and to nobody else. */
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
    const [frozen, circulated] = await Promise.all([
      inSlices(entryIds, (some) => this.rowsOf(some)),
      this.circulated(actor, new Set(entryIds)),
    ]);
    const kept = frozen.map(({ entryId, attributed, frozenAt, submissionId, title, mechanismId }) => ({
      entryId,
      mechanismId,
      title: actor.grants.some((grant) => grant.scope === mechanismId) ? title : null,
      href: can(actor, 'submissions.read', mechanismId) ? `/submissions/${submissionId}` : null,
      frozenAt: new Date(frozenAt),
      attributed: Boolean(attributed),
    }));
    return [...circulated, ...kept];
  }

  /** In the text that is shown before it is submitted, as far as the actor may read it. */
  private async circulated(actor: Actor, entryIds: ReadonlySet<string>) {
    const reading = mechanismsWhere(actor, 'submissions.read');
    if (reading.length === 0 || entryIds.size === 0) return [];
    const { read } = this.unitOfWork;
    const shown = await read.find(Submission, {
      where: { mechanismId: In(reading), state: In(['circulated', 'cleared']) },
      select: { id: true, title: true, mechanismId: true, basis: true },
    });
    const uses = shown.flatMap(({ id, title, mechanismId, basis }) =>
      (basis ?? [])
        .filter((source) => entryIds.has(source.id))
        .map((source) => ({
          entryId: source.id,
          mechanismId,
          title,
          href: `/submissions/${id}`,
          frozenAt: null,
          attributed: source.attributed,
        })),
    );
    // What was taken back since is out of the text when somebody looks at it next.
    const released = await inSlices([...new Set(uses.map(({ entryId }) => entryId))], (some) =>
      read.findBy(Disclosure, {
        entryId: In(some),
        release: Not('none' as const),
        entry: { state: Not('withdrawn' as const) },
      }),
    );
    const still = new Set(released.map(({ entryId, mechanismId }) => `${entryId}/${mechanismId}`));
    return uses.filter(({ entryId, mechanismId }) => still.has(`${entryId}/${mechanismId}`));
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
