import { ConversationsService } from '../../src/conversations/conversations.service.js';
import type { TestApp } from '../support/app.js';
import type { Person } from '../support/factories.js';

const LONG = `Which of the two ministries answers for it?\n\n${'https://example.org/'}${'a'.repeat(120)}`;

/** Conversations about an entry and about a practice that is shared; and one in which nobody has said anything. */
export async function conversationPages(
  test: TestApp,
  { secretariat, kenya }: { secretariat: Person; kenya: Person },
  scope: string,
  about: { entry: string; silent: string; practice: string },
): Promise<Record<string, string[]>> {
  const service = test.get(ConversationsService);
  const entry = { kind: 'entry', id: about.entry, scope };
  const practice = { kind: 'practice', id: about.practice, scope };
  await service.write(secretariat.actor, entry, LONG);
  await service.write(kenya.actor, entry, 'وزارة الداخلية، وهي تنسق مع الوزارات الأخرى (IOM)');
  const { id } = await service.write(kenya.actor, entry, 'Said too early');
  await service.withdraw(kenya.actor, id);
  await service.write(kenya.actor, practice, LONG);
  return {
    '/conversations/:kind/:id/:scope': [entry, practice, { kind: 'entry', id: about.silent, scope }].map(
      (place) => `/conversations/${place.kind}/${place.id}/${place.scope}`,
    ),
  };
}
