import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { inSlices } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Disclosure, EntryEvidence, EntryVersion, type Evidence } from '../entries/entry.entity.js';

/** A file that shows what a released entry says. */
export type ReleasedFile = Pick<Evidence, 'id' | 'title' | 'fileKey' | 'bytes' | 'sha256' | 'addedAt'>;

/** Files of evidence that may go with documents: those of the accepted texts of entries that are released by name. */
@Injectable()
export class ReleasedFilesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Of these entries in a mechanism; of any that is not released there by name now, none. The oldest first. */
  async of(mechanismId: string, entryIds: readonly string[]): Promise<ReleasedFile[]> {
    const files = await inSlices(entryIds, (ids) => this.slice(mechanismId, ids));
    return files.sort((a, b) => a.addedAt.getTime() - b.addedAt.getTime() || (a.id < b.id ? -1 : 1));
  }

  private async slice(mechanismId: string, ids: string[]): Promise<ReleasedFile[]> {
    const { read } = this.unitOfWork;
    const named = await read.find(Disclosure, {
      select: { entryId: true, mechanismId: true, acceptedVersion: true },
      where: {
        ...{ mechanismId, entryId: In(ids), release: 'attributed', acceptedVersion: MoreThan(0) },
        entry: { state: Not('withdrawn' as const) },
      },
    });
    if (named.length === 0) return [];
    const entryId = In(named.map((one) => one.entryId));
    const withdrawn = await read.find(EntryVersion, {
      select: { entryId: true, number: true },
      where: { entryId, withdrawnAt: Not(IsNull()) },
    });
    const closed = new Set(withdrawn.map((one) => `${one.entryId}/${one.number}`));
    const texts = named.map((one) => `${one.entryId}/${one.acceptedVersion}`);
    const open = new Set(texts.filter((text) => !closed.has(text)));
    const rows = await read.find(EntryEvidence, {
      where: { entryId, number: MoreThan(0), evidence: { fileKey: Not(IsNull()) } },
      relations: { evidence: true },
    });
    return rows.filter((one) => open.has(`${one.entryId}/${one.number}`)).map(({ evidence }) => evidence);
  }
}
