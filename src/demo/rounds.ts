import type { INestApplicationContext } from '@nestjs/common';
import { commandActor } from '../commands/command-actor.js';
import { MembershipInput } from '../mechanisms/members/membership.dto.js';
import { MembersService } from '../mechanisms/members/members.service.js';
import type { Actor } from '../platform/http/actor.js';
import { readInput } from '../platform/http/read-input.js';
import { addDays, type Day } from '../platform/i18n/day.js';
import { AddresseesService } from '../rounds/addressees/addressees.service.js';
import { AddresseeAnswersService } from '../rounds/answers/addressee-answers.service.js';
import { AnswersInput } from '../rounds/answers/answers.dto.js';
import { AnswersService } from '../rounds/answers/answers.service.js';
import { QuestionsService } from '../rounds/questions/questions.service.js';
import { readQuestions } from '../rounds/questions/questions.dto.js';
import { RoundInput } from '../rounds/round/round.dto.js';
import type { RoundAddressee } from '../rounds/round/round.entity.js';
import { RoundLifecycleService } from '../rounds/round/round-lifecycle.service.js';
import { RoundQueryService } from '../rounds/round/round-query.service.js';
import { RoundsService } from '../rounds/round/rounds.service.js';
import { type Cast, officeOf } from './cast.js';
import { type DemoRound, rounds } from './rounds.data.js';

/** The day of the story on which they are opened. */
export const ROUND_DAY = 80;

/** Calls for inputs: some delegations hand in, one begins to write, one prefers not to report, the others have just the mail. */
export async function openRounds(app: INestApplicationContext, cast: Cast, today: Day): Promise<number> {
  for (const round of rounds) await open(app, cast, round, today);
  return rounds.length;
}

async function open(app: INestApplicationContext, cast: Cast, round: DemoRound, today: Day): Promise<void> {
  const { mechanism, title, reason, questions, states, languages, answers, declines } = round;
  const secretariat = officeOf(cast, mechanism);
  for (const state of round.membersToo) await addMember(app, mechanism, state);
  const { id } = await app.get(RoundsService).create(
    secretariat,
    mechanism,
    readInput(RoundInput, {
      title,
      reason,
      dueDay: addDays(today, round.toAnswer),
      periodStart: addDays(today, -365),
      periodEnd: today,
      languages,
    }),
  );
  for (const input of questions) await app.get(QuestionsService).add(secretariat, id, readQuestions(input));
  await app.get(AddresseesService).set(secretariat, id, { states: [...states], partners: [] });
  await app.get(RoundLifecycleService).open(secretariat, id);
  for (const answer of answers) await write(app, cast.actors[answer.by]!, id, answer);
  for (const by of declines) {
    const own = await addresseeOf(app, cast.actors[by]!, id);
    await app.get(AnswersService).decline(cast.actors[by]!, id, own.id);
  }
}

/** Writes to the first question, or to all, and hands in what is whole. */
async function write(
  app: INestApplicationContext,
  actor: Actor,
  roundId: string,
  { narratives, handsIn }: DemoRound['answers'][number],
): Promise<void> {
  const service = app.get(AddresseeAnswersService);
  const addressee = await addresseeOf(app, actor, roundId);
  const lines = await service.sheet(actor, addressee);
  const words = narratives.map((narrative, index) => [lines[index]!.answer.id, { narrative }]);
  const input = readInput(AnswersInput, {
    answers: Object.fromEntries(words),
    ...(handsIn && { visibility: 'mechanism', release: 'attributed' }),
  });
  if (handsIn) await service.handIn(actor, addressee, input);
  else await service.saveDraft(actor, addressee, input);
}

async function addresseeOf(
  app: INestApplicationContext,
  actor: Actor,
  roundId: string,
): Promise<RoundAddressee> {
  const { own } = await app.get(RoundQueryService).find(actor, roundId);
  return app.get(RoundQueryService).ownAddressee(actor, roundId, own[0]!.id);
}

/** The registry has no list of members for every mechanism; only members are asked. */
async function addMember(app: INestApplicationContext, mechanism: string, state: string): Promise<void> {
  const input = readInput(MembershipInput, {
    state,
    kind: 'member',
    source: 'Entered for this demonstration',
  });
  await app.get(MembersService).add(commandActor(mechanism), mechanism, input);
}
