import { addContent, addSection } from '../../src/reviews/templates/template-edits.js';
import { TemplateSectionInput } from '../../src/reviews/templates/template.dto.js';
import { PledgesService } from '../../src/reviews/pledges/pledges.service.js';
import { TemplatesService } from '../../src/reviews/templates/templates.service.js';
import { readInput } from '../../src/platform/http/read-input.js';
import type { TestApp } from '../support/app.js';
import type { Person } from '../support/factories.js';

/** A template of the mechanism's own, with a section of its own. */
export async function templatePages(
  test: TestApp,
  { actor }: Person,
  mechanismId: string,
): Promise<Record<string, string[]>> {
  const templates = test.get(TemplatesService);
  const { id } = await templates.copy(actor, mechanismId, 'annual-report');
  const title = { en: 'A section with a longer title of its own' };
  await templates.edit(
    actor,
    id,
    1,
    addSection(readInput(TemplateSectionInput, { title, words: 300, version: 1 })),
  );
  const { definition } = await templates.findToEdit(actor, id);
  const own = definition.sections.at(-1)!.key;
  await templates.edit(actor, id, 2, addContent(own, 'objectives'));
  const pledges = test.get(PledgesService);
  const pledge = await pledges.create(actor, mechanismId, {
    ...{ name: 'Joint training centres for border officials', language: 'en', kind: 'common' },
    ...{ matches: null, nature: 'human', objectives: [9, 23], participants: 'Kenya, Uganda' },
    text: 'We will open two joint training centres by June 2028. '.repeat(8).trim(),
  });
  const update = { standing: 'planned', narrative: 'Sites were chosen.', asOf: null } as const;
  await pledges.addUpdate(actor, pledge.id, update);
  await pledges.open(actor, pledge.id, 'public');
  const here = `/document-templates/${id}`;
  return {
    '/mechanisms/:mechanismId/pledges': [`/mechanisms/${mechanismId}/pledges`],
    '/mechanisms/:mechanismId/pledges/new': [`/mechanisms/${mechanismId}/pledges/new`],
    '/pledges/:id': [`/pledges/${pledge.id}`],
    '/pledges/:id/edit': [`/pledges/${pledge.id}/edit`],
    '/document-templates/:id': [here],
    '/document-templates/:id/settings': [`${here}/settings`],
    '/document-templates/:id/sections/new': [`${here}/sections/new`],
    '/document-templates/:id/sections/:key': [`${here}/sections/${own}`],
    '/document-templates/:id/sections/:key/contents/:index': [`${here}/sections/${own}/contents/0`],
  };
}
