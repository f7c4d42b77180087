import { objectiveLabel } from '../../../framework/framework.js';
import { roundTables } from '../../../framework/round-tables.data.js';
import type { CompileInput } from '../compile-input.js';
import type { CompiledBoard, CompiledTile } from '../compiled.js';
import { underWayBy } from '../said-statuses.js';
import type { Wording } from './wording.js';

/**
 * The objective board: per objective, how many plan items serve it, how many of these are under way by the plan and by
 * released entries, and about how many these report. For the mechanism as a whole; never by State.
 */
export function boardOf(input: CompileInput, { t, language }: Wording): CompiledBoard {
  const fewest = input.mechanism.fewestReporters;
  const reported = new Set(input.entries.flatMap((entry) => entry.items.map((item) => item.id)));
  const tile = (objective: number): CompiledTile => {
    const items = input.items.filter((item) => item.objectives.includes(objective));
    return {
      objective,
      label: objectiveLabel(objective, language).text,
      planned: items.length,
      underWay: items.filter((item) => item.status === 'ongoing').length,
      underWayReported: underWayBy(
        input.said,
        items.map(({ id }) => id),
        fewest,
      ),
      reported: items.filter((item) => reported.has(item.id)).length,
    };
  };
  return {
    type: 'board',
    caption: t('doc.board'),
    legend: t('doc.board.legend', { fewest }),
    figures: {
      planned: t('doc.board.planned'),
      underWay: t('doc.board.underWay'),
      underWayReported: t('doc.board.underWayReported'),
      reported: t('doc.board.reported'),
    },
    groups: roundTables.map((table) => ({
      title: t('doc.board.group', { number: table.number }),
      tiles: [...table.objectives].sort((a, b) => a - b).map(tile),
    })),
  };
}
