import { asTemplate, type OwnTemplate } from './own-template.entity.js';
import type { DocumentTemplate } from './template.js';

/** A template as it is: one that came with the product has no version, since nobody changes it. */
export const templateResource = (template: DocumentTemplate) => ({
  ...template,
  own: false,
  version: null as number | null,
});

/** One of a mechanism's own. */
export const ownTemplateResource = (row: OwnTemplate) => ({
  id: row.id,
  ...asTemplate(row),
  own: true,
  basedOn: row.basedOn,
  version: row.version as number | null,
});
