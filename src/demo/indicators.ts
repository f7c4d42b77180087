import type { INestApplicationContext } from '@nestjs/common';
import { IndicatorInput } from '../indicators/indicator.dto.js';
import { ReadingInput } from '../indicators/reading.dto.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { ReadingsService } from '../indicators/readings.service.js';
import type { Actor } from '../platform/http/actor.js';
import { readInput } from '../platform/http/read-input.js';

interface DemoReading {
  /** Years before the one the demonstration begins in, or so many years and the part of the year. */
  year: number;
  part?: string;
  value: string;
  sex?: string;
  note?: string;
}

const INVENTED = 'Invented for this demonstration';

/** The invented indicators of the working plan; years count from the one the demonstration begins in. */
const indicators = [
  {
    item: 'A.2',
    code: 'A.2-i',
    title: {
      en: 'Officials trained in referring vulnerable migrants (invented)',
      fr: 'Agents formés à l’orientation des migrants vulnérables (inventé)',
      ar: 'الموظفون المدرَّبون على إحالة المهاجرين المستضعفين (مختلَق)',
    },
    unit: { en: 'persons, in all', fr: 'personnes, au total', ar: 'أشخاص، في المجموع' },
    baseline: { value: '180', year: -4 },
    targets: [
      { year: 0, value: '1200' },
      { year: 1, value: '1500', text: 'at least one course in each region' },
      { year: 2, value: '1800' },
    ],
    readings: [
      { year: -3, value: '412' },
      { year: -2, value: '655' },
      { year: -1, part: '-H1', value: '798' },
      { year: -1, value: '1016' },
      { year: -3, value: '150', sex: 'female' },
      { year: -2, value: '281', sex: 'female' },
      { year: -1, value: '489', sex: 'female' },
      { year: -3, value: '262', sex: 'male' },
      { year: -2, value: '374', sex: 'male' },
      { year: -1, value: '527', sex: 'male' },
    ],
    correction: { from: '1016', to: '1014', reason: 'Two officials had been counted in two courses' },
  },
  {
    item: 'B.1',
    code: 'B.1-i',
    title: {
      en: 'Average time to recognize a qualification (invented)',
      fr: 'Durée moyenne de reconnaissance d’une qualification (inventé)',
      ar: 'متوسط مدة الاعتراف بمؤهل (مختلَق)',
    },
    unit: { en: 'months', fr: 'mois', ar: 'أشهر' },
    baseline: { value: '14.5', year: -3 },
    targets: [{ year: 2, value: '9' }],
    readings: [
      { year: -3, value: '14.5' },
      { year: -2, value: '13.25', note: 'Of eight of eleven qualifications' },
      { year: -1, value: '13.0' },
    ],
    correction: null,
  },
] as const;

/** Enters the indicators while the plan is still a draft, with their readings. */
export async function enterIndicators(
  app: INestApplicationContext,
  actor: Actor,
  items: Map<string, string>,
  thisYear: number,
): Promise<void> {
  const readings = app.get(ReadingsService);
  for (const { item, title, unit, baseline, targets, code, correction, ...rest } of indicators) {
    const input = readInput(IndicatorInput, {
      code,
      title: { original: 'en', texts: title },
      unit: { original: 'en', texts: unit },
      baseline: { ...baseline, year: thisYear + baseline.year },
      targets: targets.map((target) => ({ ...target, year: thisYear + target.year })),
      source: { original: 'en', texts: { en: INVENTED } },
    });
    const { id } = await app.get(IndicatorsService).add(actor, items.get(item)!, input);
    for (const { year, part = '', ...reading } of rest.readings as readonly DemoReading[]) {
      const typed = readInput(ReadingInput, {
        ...reading,
        period: `${thisYear + year}${part}`,
        source: INVENTED,
      });
      const made = await readings.add(actor, id, typed);
      if (correction?.from !== made.value) continue;
      const { to: value, reason } = correction;
      await readings.correct(actor, made.id, { ...typed, value, reason });
    }
  }
}
