import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '../platform/http/actor.js';
import { readInput } from '../platform/http/read-input.js';
import { addDays, type Day } from '../platform/i18n/day.js';
import { ProgressService } from '../progress/entries/progress.service.js';
import { AddresseesService } from '../rounds/addressees/addressees.service.js';
import { AnswerQueryService } from '../rounds/answers/answer-query.service.js';
import { AnswersService } from '../rounds/answers/answers.service.js';
import { QuestionsService } from '../rounds/questions/questions.service.js';
import { readQuestions } from '../rounds/questions/questions.dto.js';
import { RoundInput } from '../rounds/round/round.dto.js';
import { RoundLifecycleService } from '../rounds/round/round-lifecycle.service.js';
import { RoundQueryService } from '../rounds/round/round-query.service.js';
import { RoundsService } from '../rounds/round/rounds.service.js';
import type { Cast } from './cast.js';

const MECHANISM = 'khartoum';

/** The day of the story on which it is opened. */
export const ROUND_DAY = 80;

const TO_ANSWER = 45;

const title = {
  original: 'en',
  texts: {
    en: 'Inputs for the third regional review (invented for this demonstration)',
    fr: 'Contributions au troisième examen régional (inventé pour cette démonstration)',
    ar: 'مساهمات في الاستعراض الإقليمي الثالث (مختلق لأغراض هذا العرض)',
  },
};

const reason = {
  original: 'en',
  texts: {
    en: 'The mechanism’s written input to the third regional review of the Compact.',
    fr: 'La contribution écrite du mécanisme au troisième examen régional du Pacte.',
    ar: 'المساهمة الخطية للآلية في الاستعراض الإقليمي الثالث للاتفاق.',
  },
};

const question = {
  original: 'en',
  texts: {
    en: 'What should other members know about that is not in any plan?',
    fr: 'Que devraient savoir les autres membres qui ne figure dans aucun plan ?',
    ar: 'ما الذي ينبغي أن يعرفه الأعضاء الآخرون ولا يرد في أي خطة؟',
  },
};

/** A call for inputs to a few delegations: one begins to write, one prefers not to report, the others have just the mail. */
export async function openRound(app: INestApplicationContext, cast: Cast, today: Day): Promise<void> {
  const { secretariat, actors } = cast;
  const { id } = await app.get(RoundsService).create(
    secretariat,
    MECHANISM,
    readInput(RoundInput, {
      title,
      reason,
      dueDay: addDays(today, TO_ANSWER),
      periodStart: addDays(today, -365),
      periodEnd: today,
      languages: ['en', 'fr', 'ar'],
    }),
  );
  const questions = app.get(QuestionsService);
  const objectives = { kind: 'objective', objectives: ['5', '7'] };
  for (const input of [objectives, { kind: 'free', text: question, hint: null }])
    await questions.add(secretariat, id, readQuestions(input));
  const states = ['KEN', 'EGY', 'ETH', 'ITA'];
  await app.get(AddresseesService).set(secretariat, id, { states, partners: [] });
  await app.get(RoundLifecycleService).open(secretariat, id);
  await begin(app, actors.kenya!, id);
  const italy = await app.get(RoundQueryService).find(actors.italy!, id);
  await app.get(AnswersService).decline(actors.italy!, id, italy.own[0]!.id);
}

async function begin(app: INestApplicationContext, actor: Actor, roundId: string): Promise<void> {
  const { own } = await app.get(RoundQueryService).find(actor, roundId);
  const answers = app.get(AnswersService);
  const [first] = await app.get(AnswerQueryService).lines(actor, own[0]!.id, MECHANISM);
  const { id, version, periodStart, periodEnd, content } = await answers.begin(actor, first!.answer.id);
  const narrative = 'A first note on labour agreements, to be completed. (Invented for this demonstration.)';
  const change = { version, periodStart, periodEnd, items: [], content: { ...content, narrative } };
  await app.get(ProgressService).save(actor, id, change);
}
