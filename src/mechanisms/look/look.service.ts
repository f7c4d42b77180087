import type { ReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { demand } from '../../accounts/roles.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Picture } from '../../platform/documents/document.js';
import { NotFoundError } from '../../platform/errors.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Upload } from '../../platform/http/upload.js';
import { Mechanism } from '../mechanism/mechanism.entity.js';
import { MechanismNames } from '../mechanism/mechanism-names.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { drawLogo, MAX_LOGO_BYTES } from './logo-picture.js';
import type { DocumentLogo } from './look.js';
import type { LookChange } from './look.dto.js';

type Set = Partial<Pick<Mechanism, 'colour' | 'logo' | 'logoText'>>;

/** A mechanism's own logo and colour. Both are public, as its name is. */
@Injectable()
export class LookService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly files: FileStore,
    private readonly mechanisms: MechanismsService,
    private readonly names: MechanismNames,
  ) {}

  /** Changes what is given. Throws ConflictError, with what stands, when it was changed since the version given. */
  change(actor: Actor, id: string, { version, ...given }: LookChange): Promise<Mechanism> {
    const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return this.set(actor, id, set, version);
  }

  /**
   * Draws the logo anew and puts it in place of the former one, whose file stays: documents that were submitted show it. Throws
   * InvalidError on `file` (`drawLogo`).
   */
  async putLogo(actor: Actor, id: string, { name, bytes }: Upload): Promise<Mechanism> {
    demand(actor, 'mechanism.edit', id, 'mechanism');
    const { version } = await this.mechanisms.find(id);
    const { png, width, height } = await drawLogo(bytes);
    const { key } = await this.files.put(Readable.from([png]), {
      ...{ field: 'file', maxBytes: MAX_LOGO_BYTES, allowed: new Set(['image/png']), name: 'logo.png' },
    });
    try {
      return await this.set(actor, id, { logo: { key, name: name.slice(-120), width, height } }, version);
    } catch (error) {
      await this.files.remove(key);
      throw error;
    }
  }

  /** Throws NotFoundError where there is none. */
  async removeLogo(actor: Actor, id: string): Promise<Mechanism> {
    const { logo, version } = await this.mechanisms.find(id);
    if (!logo) throw new NotFoundError('file');
    return this.set(actor, id, { logo: null, logoText: null }, version);
  }

  /** The picture. Throws NotFoundError where there is none. */
  async openLogo(id: string): Promise<{ key: string; stream: ReadStream }> {
    const { logo } = await this.mechanisms.find(id);
    if (!logo) throw new NotFoundError('file');
    return { key: logo.key, stream: await this.files.open(logo.key) };
  }

  /** A logo for a document; none where its file is gone. */
  async picture(logo: DocumentLogo | null | undefined): Promise<Picture | undefined> {
    if (!logo) return undefined;
    try {
      const { key, ...rest } = logo;
      return { ...rest, base64: (await buffer(await this.files.open(key))).toString('base64') };
    } catch (error) {
      if (error instanceof NotFoundError) return undefined;
      throw error;
    }
  }

  private async set(actor: Actor, id: string, set: Set, version: number): Promise<Mechanism> {
    demand(actor, 'mechanism.edit', id, 'mechanism');
    const before = await this.mechanisms.find(id);
    return this.unitOfWork.run(async (manager) => {
      const current = () => this.mechanisms.find(id);
      const changed = await change(manager, Mechanism, { id, version }, set, { current });
      await this.history.record(actor, {
        action: 'mechanism.look',
        subjectKind: 'mechanism',
        subjectId: id,
        scope: id,
        before: recorded(before, set),
        after: recorded(set, set),
      });
      this.unitOfWork.afterCommit(() => this.names.forget());
      return { ...before, ...changed };
    });
  }
}

/** Of a logo the history keeps the name of its file. */
const recorded = (from: Set, { colour, logo, logoText }: Set) => ({
  ...(colour !== undefined && { colour: from.colour }),
  ...(logo !== undefined && { logo: from.logo?.name ?? null }),
  ...(logoText !== undefined && { logoText: from.logoText }),
});
