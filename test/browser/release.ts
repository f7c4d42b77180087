import { readInput } from '../../src/platform/http/read-input.js';
import { EntryLinkInput } from '../../src/progress/links/links.dto.js';
import { LinksService } from '../../src/progress/links/links.service.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { SummaryInput } from '../../src/progress/summaries/summary.dto.js';
import { SummariesService } from '../../src/progress/summaries/summaries.service.js';
import type { TestApp } from '../support/app.js';
import { newEntry, newPlan, type Person } from '../support/factories.js';

const LONG = 'Contact lists and standing instructions, exchanged between the centres of two regions';

/**
 * Addresses of what a reporter decides: an entry that another mechanism did not take up, with a summary that waits and one
 * approved; and one that could be linked.
 */
export async function releasePages(
  test: TestApp,
  { secretariat, kenya }: { secretariat: Person; kenya: Person },
  neighbour: string,
  { accepted, open, draft }: { accepted: string; open: string; draft: string },
): Promise<Record<string, string[]>> {
  const { items, secretariat: office } = await newPlan(test, neighbour, [
    { code: 'N.1', title: LONG, objectives: ['8', '9'], owners: ['state:KEN'] },
    { code: 'N.2', title: 'Search and rescue', objectives: ['8', '18'], owners: ['state:KEN'] },
    { code: 'N.3', title: 'Fair recruitment', objectives: ['6'], owners: ['state:KEN'] },
  ]);
  const link = (id: string, uses: string[]) =>
    test
      .get(LinksService)
      .link(kenya.actor, id, neighbour, readInput(EntryLinkInput, { items: [items[0]!.id], uses }));
  await link(accepted, ['members', 'attributed']);
  await link(draft, []);
  // Fits what the first mechanism asks for too.
  const said = { mechanismId: neighbour, as: 'state:KEN', narrative: LONG };
  const elsewhere = await newEntry(test, kenya, items[2]!, said);
  await test.get(ProgressService).submit(kenya.actor, elsewhere.id);
  const answer = { mechanismId: neighbour };
  await test.get(ProgressService).sendBack(office.actor, accepted, 'It is about another region.', answer);
  const wordings = test.get(SummariesService);
  const suggest = (text: string) =>
    wordings.suggest(secretariat.actor, accepted, readInput(SummaryInput, { language: 'en', text }));
  const approved = await suggest('A first summary');
  await wordings.approve(kenya.actor, accepted, approved.id);
  await suggest(`${LONG}\n\nA second paragraph`);
  return {
    '/progress/:id/links': [accepted, open].map((id) => `/progress/${id}/links`),
    '/progress/:id/links/new': [
      `/progress/${open}/links/new?mechanism=${neighbour}`,
      `/progress/${open}/links/new?item=${items[1]!.id}`,
      `/progress/${accepted}/links/new?mechanism=${neighbour}`,
    ],
    '/progress/:id/release': [accepted, open, draft].map((id) => `/progress/${id}/release`),
    '/progress/:id/wordings': [accepted, open].map((id) => `/progress/${id}/wordings`),
    // Where somebody looks: the entry is offered on the item, and asked for among the rest.
    '/items/:id': [`/items/${items[1]!.id}`],
    '/progress/new': [`/progress/new?item=${items[1]!.id}`],
  };
}
