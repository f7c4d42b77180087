import { objectiveLabel } from '../../../framework/framework.js';
import { roundTables } from '../../../framework/round-tables.data.js';
import type { Board, Tile } from '../../../platform/documents/document.js';
import { withoutHeadings } from '../facts/headings.js';
import { objectivesIn } from '../placing/accepts.js';
import { statusBoard } from './status-board.js';
import type { CompileContent } from './content.js';

/**
 * The objective board: per objective, how many plan items serve it, how many of these are under way by the plan and by
 * released entries, and about how many these report. For the mechanism as a whole; never by State.
 */
export const boardContent: CompileContent = function* ({ facts, content, entries, at }, words) {
  const { t, language } = words;
  const fewest = facts.mechanism.fewestReporters;
  const chosen = new Set(objectivesIn(content.only));
  const by = statusBoard([...entries.values()], facts.items, fewest);
  const tile = (objective: number): Tile => {
    const serving = facts.items.filter((item) => item.objectives.includes(objective));
    const items = withoutHeadings(serving, facts.items);
    const reported = items.filter(({ id }) => by.reported.has(id)).length;
    const underWay = by.underWay(items.map(({ id }) => id));
    return {
      lead: String(objective),
      label: objectiveLabel(objective, language).text,
      figures: [
        { label: t('doc.board.planned'), value: String(items.length) },
        {
          label: t('doc.board.underWay'),
          value: String(items.filter((item) => item.status === 'ongoing').length),
        },
        { label: t('doc.board.underWayReported'), value: underWay === null ? '–' : String(underWay) },
        { label: t('doc.board.reported'), value: String(reported) },
      ],
      muted: items.length + reported === 0,
    };
  };
  const board: Board = {
    type: 'board',
    caption: t('doc.board'),
    legend: t('say.board.legend', { fewest }),
    groups: roundTables
      .map(({ number, objectives }) => ({
        title: t('doc.board.group', { number }),
        tiles: [...objectives]
          .sort((a, b) => a - b)
          .filter((objective) => chosen.has(objective))
          .map(tile),
      }))
      .filter(({ tiles }) => tiles.length > 0),
  };
  yield { key: `${at}/board`, blocks: [words.paragraph(t('say.board')), board], sources: [] };
};
