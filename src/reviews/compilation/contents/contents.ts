import type { ContentKind } from '../../templates/template.js';
import { boardContent } from './board.js';
import { mapContent } from './map.js';
import { statusesContent } from './statuses.js';
import { matrixContent } from './matrix/matrix.js';
import { indicatorsContent } from './indicators.js';
import { timelineContent } from './timeline.js';
import { practicesContent } from './practices.js';
import { meetingsContent, recordContent } from './meetings.js';
import { partnershipsContent } from './partnerships.js';
import { goalsContent } from './goals.js';
import { prioritiesContent } from './priorities.js';
import type { CompileContent } from './content.js';
import { challengesContent, supportContent } from './counted.js';
import { institutionalContent } from './institutional.js';
import { mechanismContent } from './mechanism.js';
import { objectivesContent } from './objectives.js';
import { partsContent } from './parts.js';
import { plansContent } from './plans.js';
import { purposeContent } from './purpose.js';

/** How each kind of content is put together. */
export const CONTENTS: Record<ContentKind, CompileContent> = {
  purpose: purposeContent,
  mechanism: mechanismContent,
  map: mapContent,
  plans: plansContent,
  board: boardContent,
  objectives: objectivesContent,
  institutional: institutionalContent,
  parts: partsContent,
  statuses: statusesContent,
  matrix: matrixContent,
  indicators: indicatorsContent,
  timeline: timelineContent,
  practices: practicesContent,
  meetings: meetingsContent,
  record: recordContent,
  partnerships: partnershipsContent,
  challenges: challengesContent,
  support: supportContent,
  goals: goalsContent,
  priorities: prioritiesContent,
};
