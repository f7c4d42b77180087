import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { demand } from '../../accounts/roles.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { LANGUAGES, translator } from '../../platform/i18n/i18n.js';
import { Submission } from '../submissions/submission.entity.js';
import { findTemplate } from './find-template.js';
import { asTemplate, OwnTemplate } from './own-template.entity.js';
import type { Edit } from './template-edits.js';
import type { DocumentTemplate, InLanguages } from './template.js';
import { shippedTemplates } from './templates.data.js';

/** What documents of a mechanism are begun from: templates that came with the product, and its own copies of them. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
  ) {}

  /** The mechanism's own, the oldest first. Throws NotFoundError or ForbiddenError. */
  async own(actor: Actor, mechanismId: string): Promise<OwnTemplate[]> {
    demand(actor, 'submissions.edit', mechanismId, 'mechanism');
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    return this.unitOfWork.read.find(OwnTemplate, { where: { mechanismId }, order });
  }

  /** All that a document may be begun from: the mechanism's own, and those of the product. */
  async all(actor: Actor, mechanismId: string): Promise<DocumentTemplate[]> {
    return [...(await this.own(actor, mechanismId)).map(asTemplate), ...shippedTemplates];
  }

  /** One of the mechanism's own, for whoever means to change it. Throws NotFoundError or ForbiddenError. */
  findToEdit(actor: Actor, id: string): Promise<OwnTemplate> {
    return this.load(this.unitOfWork.read, actor, id);
  }

  /** An own template made of another. Throws InvalidError when there is none of that key. */
  async copy(actor: Actor, mechanismId: string, basedOn: string): Promise<OwnTemplate> {
    demand(actor, 'submissions.edit', mechanismId, 'mechanism');
    return this.unitOfWork.run(async (manager) => {
      if (!(await manager.existsBy(Mechanism, { id: mechanismId }))) throw new NotFoundError('mechanism');
      const template = await findTemplate(manager, mechanismId, basedOn);
      if (!template) throw InvalidError.field('basedOn', 'error.choice');
      const { key, ...definition } = template;
      const row = Object.assign(new OwnTemplate(), {
        id: uuid(),
        mechanismId,
        basedOn: key,
        definition: { ...definition, name: copyOf(definition.name) },
        createdAt: this.clock.now(),
        version: 1,
      });
      await manager.insert(OwnTemplate, row);
      await this.record(actor, 'copy', row);
      return row;
    });
  }

  /** Throws ConflictError, with the template as it stands, when `version` is not the current one. */
  async edit(actor: Actor, id: string, version: number, edit: Edit): Promise<OwnTemplate> {
    return this.unitOfWork.run(async (manager) => {
      const row = await this.load(manager, actor, id);
      const stale = async () => this.load(manager, actor, id);
      // A stale one may name what is not there any more.
      if (row.version !== version) throw new ConflictError('error.stale', row);
      const definition = edit(row.definition);
      const next = await change(manager, OwnTemplate, { id, version }, { definition }, { current: stale });
      const made = Object.assign(row, next);
      await this.record(actor, 'update', made);
      return made;
    });
  }

  /** How many documents were begun from it. */
  async documentsOf(actor: Actor, id: string): Promise<number> {
    await this.findToEdit(actor, id);
    return this.unitOfWork.read.countBy(Submission, { templateKey: id });
  }

  /** Throws ConflictError for one that a document was begun from: the next one goes on from it. */
  async remove(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(async (manager) => {
      const row = await this.load(manager, actor, id);
      if (await manager.existsBy(Submission, { templateKey: id }))
        throw new ConflictError('error.templateUsed');
      await manager.delete(OwnTemplate, { id });
      await this.record(actor, 'remove', row);
      return row.mechanismId;
    });
  }

  private async load(manager: EntityManager, actor: Actor, id: string): Promise<OwnTemplate> {
    const row = await manager.findOneBy(OwnTemplate, { id });
    if (!row) throw new NotFoundError('template');
    demand(actor, 'submissions.edit', row.mechanismId, 'template');
    return row;
  }

  private record(actor: Actor, verb: string, { id, mechanismId, definition }: OwnTemplate): Promise<void> {
    return this.history.record(actor, {
      action: `template.${verb}`,
      subjectKind: 'document-template',
      subjectId: id,
      scope: mechanismId,
      before: {},
      after: { name: definition.name.en },
    });
  }
}

const copyOf = (name: InLanguages): InLanguages => {
  const named = LANGUAGES.filter((language) => name[language] !== undefined).map((language) => [
    language,
    translator(language)('template.copyOf', { name: name[language] }),
  ]);
  return Object.fromEntries(named) as InLanguages;
};
