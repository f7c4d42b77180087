import { ContactNotices } from '../../src/accounts/seats/contact-notices.service.js';
import { InviteInput } from '../../src/accounts/people.dto.js';
import { PeopleService } from '../../src/accounts/people.service.js';
import { readInput } from '../../src/platform/http/read-input.js';
import type { TestApp } from '../support/app.js';
import type { Person } from '../support/factories.js';

/** A seat that waits for Kenya's word, and a role that an administrator gave where no secretariat is. */
export async function seatPages(
  test: TestApp,
  { secretariat, administrator }: { secretariat: Person; administrator: Person },
  mechanismId: string,
): Promise<Record<string, string[]>> {
  const people = test.get(PeopleService);
  const person = { name: 'Wanjiru with a longer name', language: 'en', fromDay: '2027-03-01' };
  const waiting = await people.invite(
    secretariat.actor,
    mechanismId,
    readInput(InviteInput, { ...person, email: 'w@example.org', role: 'focal-point', state: 'KEN' }),
  );
  const marked = await people.invite(
    administrator.actor,
    'prague',
    readInput(InviteInput, {
      ...person,
      ...{ email: 'office@example.org', role: 'secretariat', contact: 'contact@example.org' },
    }),
  );
  const secret = await test.get(ContactNotices).secretFor(marked.id);
  return {
    '/seats/:id': [`/seats/${waiting.id}`],
    '/seat-notices/:token': [`/seat-notices/${secret}`],
    '/mechanisms/:mechanismId/people': [`/mechanisms/${mechanismId}/people`, '/mechanisms/bali/people'],
  };
}
