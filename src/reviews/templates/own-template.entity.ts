import { Entity, Index } from 'typeorm';
import { Id, Json, Moment, Ref, Short, Version } from '../../platform/database/columns.js';
import type { DocumentTemplate } from './template.js';

/** All of a template but its key, which for an own one is its id. */
export type TemplateDefinition = Omit<DocumentTemplate, 'key'>;

/** A mechanism's own template: a copy that its secretariat changes. */
@Entity('document_template')
export class OwnTemplate {
  @Id() id!: string;
  @Index() @Ref() mechanismId!: string;
  /** The key of the one it was copied from. */
  @Short(60) basedOn!: string;
  @Json() definition!: TemplateDefinition;
  @Moment() createdAt!: Date;
  @Version() version!: number;
}

/** As any other template. */
export const asTemplate = ({ id, definition }: OwnTemplate): DocumentTemplate => ({ key: id, ...definition });
