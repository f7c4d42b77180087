import type { ContentKind } from '../../templates/template.js';
import { boardContent } from './board.js';
import type { CompileContent } from './content.js';
import { challengesContent, supportContent } from './counted.js';
import { institutionalContent } from './institutional.js';
import { mechanismContent } from './mechanism.js';
import { objectivesContent } from './objectives.js';
import { partsContent } from './parts.js';
import { plansContent } from './plans.js';
import { purposeContent } from './purpose.js';

/* A kind that has nothing to say says nothing. */
const nothing: CompileContent = function* () {};

/** How each kind of content is put together. */
export const CONTENTS: Record<ContentKind, CompileContent> = {
  purpose: purposeContent,
  mechanism: mechanismContent,
  map: nothing,
  plans: plansContent,
  board: boardContent,
  objectives: objectivesContent,
  institutional: institutionalContent,
  parts: partsContent,
  statuses: nothing,
  matrix: nothing,
  indicators: nothing,
  timeline: nothing,
  practices: nothing,
  meetings: nothing,
  record: nothing,
  partnerships: nothing,
  challenges: challengesContent,
  support: supportContent,
  goals: nothing,
  priorities: nothing,
};
