import { registryEntry } from '../../mechanisms/registry/registry.js';
import { coveredPeriod, type CoveredPeriod } from '../cycles/covered-period.js';
import { reviewCycle } from '../cycles/review-cycles.js';
import type { Submission } from './submission.entity.js';

/** The days a document covers: as they were chosen, else what its cycle covers. */
export function periodOf({
  mechanismId,
  cycleId,
  periodFrom,
  periodUntil,
}: Pick<Submission, 'mechanismId' | 'cycleId' | 'periodFrom' | 'periodUntil'>): CoveredPeriod {
  const cycle = cycleId ? reviewCycle(cycleId) : undefined;
  const ofCycle = cycle && coveredPeriod(cycle, registryEntry(mechanismId)?.commissions);
  if (!periodFrom || !periodUntil) return ofCycle ?? { from: '0001-01-01', until: '9999-12-31', since: null };
  const since = ofCycle?.from === periodFrom ? ofCycle.since : null;
  return { from: periodFrom, until: periodUntil, since };
}
