import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { actorOf } from '../accounts/actor-of.js';
import { InviteInput } from '../accounts/people.dto.js';
import { commandActor } from '../commands/command-actor.js';
import { PasswordsService } from '../accounts/passwords.service.js';
import { PeopleService } from '../accounts/people.service.js';
import { Clock } from '../platform/clock.js';
import type { Actor } from '../platform/http/actor.js';
import { readInput } from '../platform/http/read-input.js';
import { type DemoPerson, people } from './people.js';

export interface Cast {
  actors: Record<string, Actor>;
  secretariat: Actor;
  people: { role: string; email: string }[];
  /** One for all of them, new with each demonstration. */
  password: string;
}

/** Gives everybody their roles as somebody with the machine in hand does, and has them set their passwords. */
export async function castOf(app: INestApplicationContext): Promise<Cast> {
  const service = app.get(PeopleService);
  const now = app.get(Clock).now();
  const password = `demo-${randomBytes(6).toString('base64url')}`;
  const today = now.toISOString().slice(0, 10);
  const administrator = await service.createAdministrator('Administrator', emailOf('administrator'));
  await setPassword(app, administrator.id, password);
  const root = actorOf((await service.find({ id: administrator.id }))!, 'person', now);
  const actors: Record<string, Actor> = { administrator: root };
  for (const person of people) actors[person.key] = await invite(app, root, person, today, password);
  const list = people.map((person) => ({ role: describe(person), email: emailOf(person.key) }));
  return {
    actors,
    secretariat: actors.secretariat!,
    people: [{ role: 'administrator', email: root.email! }, ...list],
    password,
  };
}

async function invite(
  app: INestApplicationContext,
  root: Actor,
  person: DemoPerson,
  today: string,
  password: string,
): Promise<Actor> {
  const service = app.get(PeopleService);
  for (const { mechanism, role, subject } of person.roles) {
    const who = role === 'focal-point' ? { state: subject } : { partner: subject };
    const input = readInput(InviteInput, {
      name: person.name,
      email: emailOf(person.key),
      language: person.language,
      role,
      fromDay: today,
      ...who,
    });
    await service.invite(commandActor(mechanism), mechanism, input);
  }
  const { id } = (await service.find({ email: emailOf(person.key) }))!;
  await service.updateProfile(
    { ...root, accountId: id },
    { name: person.name, language: person.language as 'en', zone: person.zone, noShortcuts: false },
  );
  await setPassword(app, id, password);
  return actorOf((await service.find({ id }))!, 'person', app.get(Clock).now());
}

/** The secretariat of a mechanism. */
export const officeOf = ({ actors, secretariat }: Cast, mechanism: string): Actor =>
  actors[`secretariat-${mechanism}`] ?? secretariat;

async function setPassword(app: INestApplicationContext, accountId: string, password: string): Promise<void> {
  const passwords = app.get(PasswordsService);
  await passwords.setByLink(await passwords.makeLink(accountId, 'invitation'), password);
}

const emailOf = (key: string) => `${key}@demo.example`;

const describe = ({ roles }: DemoPerson) =>
  roles
    .map(({ role, subject, mechanism }) =>
      [role, subject && `for ${subject}`, `in ${mechanism}`].filter(Boolean).join(' '),
    )
    .join(', ');
