import { DecisionsService } from '../../src/meetings/decisions/decisions.service.js';
import { DecisionInput } from '../../src/meetings/decisions/decision.dto.js';
import { AgendaService } from '../../src/meetings/agenda/agenda.service.js';
import { FeedsService } from '../../src/meetings/calendar/feeds.service.js';
import { AgendaItemInput } from '../../src/meetings/agenda/agenda.dto.js';
import { MeetingDocumentInput, MeetingInput } from '../../src/meetings/meeting/meeting.dto.js';
import { MeetingLinksService } from '../../src/meetings/meeting/meeting-links.service.js';
import { MeetingsService } from '../../src/meetings/meeting/meetings.service.js';
import { readInput } from '../../src/platform/http/read-input.js';
import type { TestApp } from '../support/app.js';
import type { Person } from '../support/factories.js';

const LONG =
  'Requests the chair and the secretariat to convene, before the end of the year, a workshop on referral across borders';

const text = (en: string, more: object = {}) => ({ original: 'en', texts: { en, ...more } });

/** Meetings of every kind, one with all that a meeting may have; the addresses of their pages. */
export async function meetingPages(
  test: TestApp,
  { actor }: Person,
  mechanism: string,
  subject: { planId: string; itemIds: string[] },
): Promise<Record<string, string[]>> {
  const make = async (fields: object) =>
    (
      await test
        .get(MeetingsService)
        .create(actor, mechanism, readInput(MeetingInput, { type: 'som', firstDay: '2026-11-10', ...fields }))
    ).id;
  const full = await make({
    title: text('Senior officials’ meeting', { ar: 'اجتماع كبار المسؤولين' }),
    lastDay: '2026-11-11',
    startTime: '09:00',
    endTime: '17:00',
    place: 'Cairo',
    state: 'held',
    compact: 'yes',
    isPublic: true,
    note: text('First paragraph.\n\nSecond paragraph.'),
  });
  const bare = await make({ title: text('Workshop'), datePrecision: 'month', firstDay: '2027-06-01' });
  await make({ title: text('Put off'), firstDay: '2027-04-01', state: 'postponed' });
  const agenda = test.get(AgendaService);
  const first = await agenda.add(
    actor,
    full,
    readInput(AgendaItemInput, { title: text('Opening'), speaker: 'The chair' }),
  );
  await agenda.add(actor, full, readInput(AgendaItemInput, { title: text(LONG) }));
  const decide = (fields: object) =>
    test.get(DecisionsService).add(actor, full, readInput(DecisionInput, { text: text(LONG), ...fields }));
  const decision = await decide({
    number: '1',
    verb: 'request',
    addressees: ['chair', 'secretariat', 'state:KEN', 'working-group:Search and rescue'],
    dueDay: '2026-12-31',
    items: subject.itemIds,
  });
  await decide({ verb: 'other', ownVerb: 'Salutes', number: '2' });
  const links = test.get(MeetingLinksService);
  const url = `https://example.org/${'a'.repeat(120)}`;
  await links.addDocument(
    actor,
    full,
    readInput(MeetingDocumentInput, { title: 'Conclusions', url, output: 'conclusions' }),
  );
  await links.linkPlan(actor, full, subject.planId);
  await test.get(FeedsService).create(actor, mechanism);
  const here = `/mechanisms/${mechanism}/meetings`;
  return {
    '/meetings': ['/meetings'],
    '/mechanisms/:mechanismId/meetings': [here, '/mechanisms/rabat/meetings'],
    '/mechanisms/:mechanismId/meetings/new': [`${here}/new`],
    '/meetings/:id': [`/meetings/${full}`, `/meetings/${bare}`],
    '/meetings/:id/edit': [`/meetings/${full}/edit`],
    '/meetings/:id/removal': [`/meetings/${full}/removal`, `/meetings/${bare}/removal`],
    '/meetings/:id/agenda/new': [`/meetings/${full}/agenda/new`],
    '/agenda-items/:id': [`/agenda-items/${first.id}`],
    '/meetings/:id/documents/new': [`/meetings/${full}/documents/new`],
    '/meetings/:id/decisions/new': [`/meetings/${full}/decisions/new`],
    '/decisions/:id/edit': [`/decisions/${decision.id}/edit`],
    '/decisions/:id/removal': [`/decisions/${decision.id}/removal`],
    '/account/calendars': ['/account/calendars', `/account/calendars?mechanism=${mechanism}`],
  };
}
