import { Membership } from '../../src/mechanisms/mechanism/mechanism.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { MailboxMail, OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import type { Client } from './client.js';
import { type Person } from './factories.js';

export const words = (en: string) => ({ original: 'en', texts: { en } });

/** What an API call makes a draft of. */
export const roundFields = (fields: object = {}) => ({
  title: words('Inputs for the regional review'),
  reason: words('The regional review of 2027'),
  dueDay: '2027-04-15',
  periodStart: '2026-01-01',
  periodEnd: '2027-03-31',
  languages: ['en', 'fr'],
  ...fields,
});

/** Makes these States members of a mechanism. */
export async function makeMembers(test: TestApp, mechanismId: string, states: string[]): Promise<void> {
  const row = (stateCode: string) => ({ id: randomUUID(), mechanismId, stateCode, kind: 'member' as const });
  await test.get(UnitOfWork).run(async (manager) => {
    const there = await manager.findBy(Membership, { mechanismId });
    const known = new Set(there.map(({ stateCode }) => stateCode));
    await manager.insert(
      Membership,
      states
        .filter((state) => !known.has(state))
        .map((state) => ({ ...row(state), source: null, doubt: null })),
    );
  });
}

interface Asked {
  states: string[];
  partners?: string[];
  questions: object[];
  fields?: object;
  open?: boolean;
}

/** A round made through the API. */
export async function newRound(office: Client, mechanismId: string, asked: Asked): Promise<string> {
  const made = await office.api('POST', `/mechanisms/${mechanismId}/rounds`, roundFields(asked.fields));
  const { id } = made.json<{ id: string }>();
  for (const question of asked.questions) {
    const added = await office.api('POST', `/rounds/${id}/questions`, question);
    if (added.status !== 201) throw new Error(added.body);
  }
  const { states, partners = [] } = asked;
  const set = await office.api('PUT', `/rounds/${id}/addressees`, { states, partners });
  if (set.status !== 200) throw new Error(set.body);
  if (asked.open ?? true) {
    const opened = await office.api('POST', `/rounds/${id}/opening`);
    if (opened.status !== 200) throw new Error(opened.body);
  }
  return id;
}

export interface OwnAddressee {
  id: string;
  kind: string;
  subject: string;
  state: string;
}

/** What the API tells a person of a round about their own delegations. */
export async function ownIn(program: Client, roundId: string): Promise<OwnAddressee[]> {
  return (await program.api('GET', `/rounds/${roundId}`)).json<{ own: OwnAddressee[] }>().own;
}

/** Sends everything that waits, and answers the mails to one person. */
export async function mailsTo(test: TestApp, { account }: Person): Promise<MailboxMail[]> {
  const { read } = test.get(UnitOfWork);
  const pending = await read.find(OutgoingMessage, { where: { state: 'pending' }, order: { id: 'ASC' } });
  for (const { id } of pending) await test.work('mail.send', { id });
  return read.find(MailboxMail, { where: { recipient: account.email }, order: { at: 'ASC', id: 'ASC' } });
}
