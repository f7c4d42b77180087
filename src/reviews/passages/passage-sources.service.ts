import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { inSlices } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Passage } from './passage.entity.js';
import type { PassageSource } from './passage.js';

/** Where the words of passages come from. For their secretariat alone. */
@Injectable()
export class PassageSourcesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By the id of a passage of this document. */
  async of(submissionId: string, ids: readonly string[]): Promise<Map<string, PassageSource[]>> {
    const found = await inSlices([...new Set(ids)].filter(isId), (some) =>
      this.unitOfWork.read.find(Passage, {
        select: { id: true, sources: true },
        where: { submissionId, id: In(some) },
      }),
    );
    return new Map(found.map(({ id, sources }) => [id, sources]));
  }
}

const isId = (unit: string) => unit.length === 36;
