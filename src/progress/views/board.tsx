import { objectiveLabel } from '../../framework/framework.js';
import { roundTables } from '../../framework/round-tables.data.js';
import { Board } from '../../platform/web/board.js';
import { usePage } from '../../platform/web/page-context.js';
import type { ObjectiveFigures } from '../board.service.js';

/** The objective board: 23 tiles in the four round-table groups, for the mechanism as a whole. */
export function BoardPanel({ figures }: { figures: ObjectiveFigures[] }) {
  const { t, language } = usePage();
  const of = new Map(figures.map((one) => [one.objective, one]));
  const groups = roundTables.map((table) => ({
    title: t('board.roundTable', { number: table.number }),
    tiles: table.objectives.map((objective) => {
      const { planned, underWay, reported } = of.get(objective)!;
      return {
        lead: String(objective),
        label: objectiveLabel(objective, language).text,
        href: `/framework/objectives/${objective}`,
        figures: [
          { label: t('board.planned'), value: planned },
          { label: t('board.underWay'), value: underWay },
          { label: t('board.reported'), value: reported },
        ],
      };
    }),
  }));
  return (
    <section>
      <h2>{t('board.title')}</h2>
      <p class="quiet">{t('board.text')}</p>
      <Board groups={groups} label={t('board.title')} />
    </section>
  );
}
