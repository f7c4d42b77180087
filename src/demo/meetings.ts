import type { INestApplicationContext } from '@nestjs/common';
import { AgendaService } from '../meetings/agenda/agenda.service.js';
import { DecisionInput } from '../meetings/decisions/decision.dto.js';
import { DecisionsService } from '../meetings/decisions/decisions.service.js';
import { AgendaItemInput } from '../meetings/agenda/agenda.dto.js';
import { MeetingInput } from '../meetings/meeting/meeting.dto.js';
import { MeetingLinksService } from '../meetings/meeting/meeting-links.service.js';
import { MeetingsService } from '../meetings/meeting/meetings.service.js';
import { readInput } from '../platform/http/read-input.js';
import { addDays, type Day } from '../platform/i18n/day.js';
import { ItemsService } from '../plans/items/items.service.js';
import { type Cast, officeOf } from './cast.js';
import type { EnteredPlans } from './enter-plans.js';

/** All are invented, and their titles say so; `inDays` counts from the day the story begins. */
const meetings = [
  {
    mechanism: 'khartoum',
    inDays: -1,
    lasts: 2,
    type: 'som',
    state: 'held',
    compact: 'yes',
    place: 'Addis Ababa',
    startTime: '09:00',
    endTime: '16:30',
    zone: 'Africa/Addis_Ababa',
    title: {
      en: 'Senior officials’ meeting (invented for this demonstration)',
      fr: 'Réunion des hauts fonctionnaires (inventée pour cette démonstration)',
      ar: 'اجتماع كبار المسؤولين (مختلق لأغراض هذا العرض)',
    },
    agenda: [
      { en: 'Opening', speaker: 'Chair' },
      { en: 'Working plan of the presidency', speaker: 'Secretariat' },
      { en: 'The Global Compact: progress and next steps', speaker: null },
      { en: 'Other matters', speaker: null },
    ],
    decisions: [
      {
        number: '1',
        verb: 'adopt',
        text: 'The meeting adopts the working plan of the presidency.',
        addressees: ['all-members'],
        items: [],
      },
      {
        number: '2',
        verb: 'request',
        text: 'The meeting requests the secretariat to prepare the note on recognition of skills and to share it with the members for comments.',
        addressees: ['secretariat'],
        items: ['B.1'],
        dueIn: 60,
      },
    ],
  },
  {
    mechanism: 'khartoum',
    inDays: 130,
    lasts: 1,
    type: 'thematic-event',
    state: 'planned',
    compact: 'planned',
    place: 'Rome',
    startTime: '10:00',
    endTime: null,
    zone: 'Europe/Rome',
    title: {
      en: 'Workshop on referring vulnerable migrants (invented for this demonstration)',
      fr: 'Atelier sur l’orientation des migrants vulnérables (inventé pour cette démonstration)',
      ar: 'حلقة عمل بشأن إحالة المهاجرين المستضعفين (مختلقة لأغراض هذا العرض)',
    },
    agenda: [
      { en: 'Referral across borders: what is in place', speaker: 'Italy' },
      { en: 'Exchange of views', speaker: null },
    ],
    decisions: [],
  },
  {
    mechanism: 'khartoum',
    inDays: 62,
    lasts: 1,
    type: 'thematic-event',
    state: 'held',
    compact: 'yes',
    place: 'Cairo',
    startTime: '10:00',
    endTime: '17:00',
    zone: 'Africa/Cairo',
    title: {
      en: 'Meeting on prosecutors’ cooperation (invented for this demonstration)',
      fr: 'Réunion sur la coopération des parquets (inventée pour cette démonstration)',
      es: 'Reunión sobre la cooperación entre fiscalías (inventada para esta demostración)',
      ar: 'اجتماع بشأن تعاون النيابات العامة (مختلق لأغراض هذا العرض)',
    },
    agenda: [
      { en: 'The directory of prosecutors: first experience', speaker: 'Egypt' },
      { en: 'Digital evidence: needs for training', speaker: 'Ethiopia' },
    ],
    decisions: [
      {
        number: '1',
        verb: 'request',
        text: 'The meeting requests the secretariat to renew the directory every three months.',
        addressees: ['secretariat'],
        items: ['C.1'],
        dueIn: 150,
      },
    ],
  },
  {
    mechanism: 'rabat',
    inDays: 110,
    lasts: 2,
    type: 'som',
    state: 'planned',
    compact: 'planned',
    place: 'Madrid',
    startTime: '09:30',
    endTime: '17:00',
    zone: 'Europe/Madrid',
    title: {
      en: 'Senior officials’ meeting of another mechanism (invented for this demonstration)',
      fr: 'Réunion des hauts fonctionnaires d’un autre mécanisme (inventée pour cette démonstration)',
      es: 'Reunión de altos funcionarios de otro mecanismo (inventada para esta demostración)',
      ar: 'اجتماع كبار المسؤولين في آلية أخرى (مختلق لأغراض هذا العرض)',
    },
    agenda: [
      { en: 'Student mobility', speaker: 'Spain' },
      { en: 'Remittances', speaker: 'Morocco' },
    ],
    decisions: [],
  },
  {
    mechanism: 'midwa',
    inDays: 20,
    lasts: 1,
    type: 'som',
    state: 'held',
    compact: 'no',
    place: 'Dakar',
    startTime: null,
    endTime: null,
    zone: 'Africa/Dakar',
    title: {
      en: 'Steering Committee (invented for this demonstration)',
      fr: 'Comité de pilotage (inventé pour cette démonstration)',
      es: 'Comité directivo (inventado para esta demostración)',
      ar: 'اللجنة التوجيهية (مختلقة لأغراض هذا العرض)',
    },
    agenda: [{ en: 'National secretariats', speaker: 'Ghana' }],
    decisions: [],
  },
] as const;

const english = (text: string) => ({ original: 'en', texts: { en: text } });

/** The meeting that adopted the working plan, others held, and some to come, recorded by their secretariats. Answers how many. */
export async function holdMeetings(
  app: INestApplicationContext,
  cast: Cast,
  plans: EnteredPlans,
  today: Day,
): Promise<number> {
  for (const { mechanism, inDays, lasts, title, agenda, decisions, ...fields } of meetings) {
    const secretariat = officeOf(cast, mechanism);
    const firstDay = addDays(today, inDays);
    const input = readInput(MeetingInput, {
      ...fields,
      title: { original: 'en', texts: title },
      firstDay,
      lastDay: addDays(firstDay, lasts - 1),
    });
    const { id } = await app.get(MeetingsService).create(secretariat, mechanism, input);
    for (const { en, speaker } of agenda) {
      const item = readInput(AgendaItemInput, { title: english(en), speaker });
      await app.get(AgendaService).add(secretariat, id, item);
    }
    for (const { text, items, ...decision } of decisions) {
      const dueDay = 'dueIn' in decision ? addDays(today, decision.dueIn) : null;
      const about = items.map((code) => plans.item(mechanism, 'working', code));
      const made = readInput(DecisionInput, { ...decision, text: english(text), dueDay, items: about });
      await app.get(DecisionsService).add(secretariat, id, made);
    }
    // The first adopted the plan.
    if (inDays >= 0) continue;
    const { planId } = await app.get(ItemsService).find(secretariat, plans.item(mechanism, 'working', 'A'));
    await app.get(MeetingLinksService).linkPlan(secretariat, id, planId);
  }
  return meetings.length;
}
