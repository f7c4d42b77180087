import type { Actor } from '../platform/http/actor.js';

/** Who acts when somebody with the machine in hand runs a command for a mechanism: its secretariat's hand. */
export const commandActor = (mechanismId: string): Actor => ({
  kind: 'command',
  accountId: null,
  name: 'command',
  email: null,
  administrator: false,
  grants: [{ role: 'secretariat', scope: mechanismId, subject: null }],
  language: 'en',
  zone: 'UTC',
  sessionId: null,
});
