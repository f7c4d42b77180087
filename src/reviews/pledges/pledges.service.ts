import type { ReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { demand } from '../../accounts/roles.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { ENDINGS, savedName } from '../../progress/evidence/file-name.js';
import type { PledgeChange, PledgeInput, PledgeUpdateInput } from './pledge.dto.js';
import { Pledge, PledgeUpdate } from './pledge.entity.js';
import { audiencesOf } from './pledge.access.js';
import { PLEDGE_FILE_BYTES, type PledgeAudience } from './vocabulary.js';

const ALLOWED: ReadonlySet<string> = new Set(ENDINGS.keys());

/** What mechanisms pledge for the Compact. The secretariat writes; who else reads it, it says. */
@Injectable()
export class PledgesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly files: FileStore,
  ) {}

  /** Of a mechanism, as far as the actor reads them; the latest first. */
  list(actor: Actor, mechanismId: string): Promise<Pledge[]> {
    const audience = In(audiencesOf(actor, mechanismId));
    const order = { createdAt: 'DESC', id: 'ASC' } as const;
    return this.unitOfWork.read.find(Pledge, { where: { mechanismId, audience }, order });
  }

  /** With its updates, the latest first. Throws NotFoundError for one that is not open to the actor. */
  async find(actor: Actor, id: string): Promise<Pledge> {
    const { read } = this.unitOfWork;
    const pledge = await read.findOneBy(Pledge, { id });
    if (!pledge || !audiencesOf(actor, pledge.mechanismId).includes(pledge.audience))
      throw new NotFoundError('pledge');
    const order = { asOf: 'DESC', createdAt: 'DESC' } as const;
    return Object.assign(pledge, {
      updates: await read.find(PledgeUpdate, { where: { pledgeId: id }, order }),
    });
  }

  /** For whoever means to change it. Throws NotFoundError or ForbiddenError. */
  findToEdit(actor: Actor, id: string): Promise<Pledge> {
    return this.load(this.unitOfWork.read, actor, id);
  }

  /** A new one is its secretariat's alone. */
  async create(actor: Actor, mechanismId: string, input: PledgeInput): Promise<Pledge> {
    demand(actor, 'submissions.edit', mechanismId, 'mechanism');
    return this.unitOfWork.run(async (manager) => {
      if (!(await manager.existsBy(Mechanism, { id: mechanismId }))) throw new NotFoundError('mechanism');
      const now = this.clock.now();
      const own = { id: uuid(), mechanismId, audience: 'secretariat', file: null, version: 1 } as const;
      const pledge = Object.assign(new Pledge(), { ...input, ...own, createdAt: now, changedAt: now });
      await manager.insert(Pledge, pledge);
      await this.record(actor, 'create', pledge);
      return pledge;
    });
  }

  /** Throws ConflictError, with the pledge as it stands, when `version` is not the current one. */
  async update(actor: Actor, id: string, { version, ...input }: PledgeChange): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const pledge = await this.load(manager, actor, id);
      const set = { ...input, changedAt: this.clock.now() };
      const current = () => this.load(manager, actor, id);
      await change(manager, Pledge, { id, version }, set, { current });
      await this.record(actor, 'update', { ...pledge, ...set });
    });
  }

  /** Who reads it from now on. */
  async open(actor: Actor, id: string, audience: PledgeAudience): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const pledge = await this.load(manager, actor, id);
      if (pledge.audience === audience) return;
      await manager.update(Pledge, { id }, { audience });
      await this.record(actor, 'open', pledge, { audience: pledge.audience }, { audience });
    });
  }

  /** How it stands, beside what was said of it before. */
  async addUpdate(actor: Actor, id: string, { standing, narrative, asOf }: PledgeUpdateInput): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const pledge = await this.load(manager, actor, id);
      const now = this.clock.now();
      const { zone } = await manager.findOneByOrFail(Mechanism, { id: pledge.mechanismId });
      const day = asOf ?? dayIn(zone, now);
      const row = { id: uuid(), pledgeId: id, standing, narrative, asOf: day, createdAt: now };
      await manager.insert(PledgeUpdate, row);
      await this.record(actor, 'addUpdate', pledge, {}, { standing });
    });
  }

  /** Its one file, in place of the former. Throws InvalidError on `file` for one that is empty, too large or of no accepted kind. */
  async setFile(actor: Actor, id: string, file: { name: string; stream: Readable }): Promise<void> {
    await this.findToEdit(actor, id);
    const rules = { field: 'file', maxBytes: PLEDGE_FILE_BYTES, allowed: ALLOWED, name: file.name };
    const { key, mediaType, bytes } = await this.files.put(file.stream, rules);
    const kept = { key, name: savedName(file.name, mediaType), mediaType, bytes };
    try {
      const former = await this.unitOfWork.run(async (manager) => {
        const pledge = await this.load(manager, actor, id);
        await manager.update(Pledge, { id }, { file: kept });
        await this.record(actor, 'setFile', pledge, {}, { file: kept.name });
        return pledge.file;
      });
      if (former) await this.files.remove(former.key);
    } catch (error) {
      await this.files.remove(key);
      throw error;
    }
  }

  /** For whoever reads the pledge. Throws NotFoundError. */
  async openFile(
    actor: Actor,
    id: string,
  ): Promise<{ file: NonNullable<Pledge['file']>; stream: ReadStream }> {
    const { file } = await this.find(actor, id);
    if (!file) throw new NotFoundError('file');
    return { file, stream: await this.files.open(file.key) };
  }

  /** Answers the mechanism's id. */
  async remove(actor: Actor, id: string): Promise<string> {
    const pledge = await this.unitOfWork.run(async (manager) => {
      const found = await this.load(manager, actor, id);
      await manager.delete(Pledge, { id });
      await this.record(actor, 'remove', found);
      return found;
    });
    if (pledge.file) await this.files.remove(pledge.file.key);
    return pledge.mechanismId;
  }

  private async load(manager: EntityManager, actor: Actor, id: string): Promise<Pledge> {
    const pledge = await manager.findOneBy(Pledge, { id });
    if (!pledge || !audiencesOf(actor, pledge.mechanismId).includes(pledge.audience))
      throw new NotFoundError('pledge');
    demand(actor, 'submissions.edit', pledge.mechanismId, 'pledge');
    return pledge;
  }

  private record(
    actor: Actor,
    verb: string,
    { id, mechanismId, name }: Pledge,
    before: Record<string, unknown> = {},
    after: Record<string, unknown> = {},
  ): Promise<void> {
    const subject = { subjectKind: 'pledge', subjectId: id, scope: mechanismId };
    return this.history.record(actor, {
      action: `pledge.${verb}`,
      ...subject,
      before,
      after: { name, ...after },
    });
  }
}
