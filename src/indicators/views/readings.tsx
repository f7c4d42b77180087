import { usePage } from '../../platform/web/page-context.js';
import { type Column, Table } from '../../platform/web/table.js';
import type { Indicator, Reading } from '../indicator.entity.js';
import { DIMENSIONS } from '../vocabulary.js';
import { Figure, useDimensionLabel, usePartLabel, usePeriodLabel } from './labels.js';

interface ReadingsProps {
  indicator: Indicator;
  readings: Reading[];
}

/** The columns that both tables of readings begin with; a dimension that no reading is broken down by has none. */
function useColumns({ indicator, readings }: ReadingsProps): Column<Reading>[] {
  const { t } = usePage();
  const period = usePeriodLabel();
  const dimensionLabel = useDimensionLabel(indicator);
  const partLabel = usePartLabel();
  const dimensions = DIMENSIONS.filter((dimension) =>
    readings.some((reading) => reading[dimension] !== null),
  );
  return [
    { label: t('reading.period'), heading: true, cell: period },
    ...dimensions.map((dimension) => ({
      label: dimensionLabel(dimension),
      cell: (reading: Reading) => {
        const part = reading[dimension];
        return part === null ? '' : <bdi>{partLabel(dimension, part)}</bdi>;
      },
    })),
    { label: t('reading.value'), numeric: true, cell: ({ value }) => <Figure value={value} /> },
  ];
}

/** The readings that stand, by their period and never by their value. */
export function ReadingsTable(props: ReadingsProps & { editable: boolean }) {
  const { t, moment } = usePage();
  const columns = useColumns(props);
  return (
    <Table
      caption={t('reading.readings')}
      rows={props.readings}
      empty={t('reading.none')}
      columns={[
        ...columns,
        ...(['source', 'note'] as const)
          .filter((column) => props.readings.some((reading) => reading[column] !== null))
          .map((column) => ({ label: t(`reading.${column}`), cell: Words(column) })),
        ...(props.editable
          ? [
              {
                label: t('reading.recorded'),
                cell: (reading: Reading) => (
                  <>
                    {moment(reading.recordedAt)}, <bdi>{reading.recordedBy}</bdi>
                  </>
                ),
              },
              {
                label: t('list.actions'),
                cell: (reading: Reading) => (
                  <a href={`/readings/${reading.id}/correction`}>{t('reading.correct')}</a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

const Words = (column: 'source' | 'note') => (reading: Reading) =>
  reading[column] === null ? '' : <span dir="auto">{reading[column]}</span>;

/** What was corrected or taken back, and why: the last of them, and how many there are. */
export function SupersededReadings(props: ReadingsProps & { count: number }) {
  const { t, moment } = usePage();
  const columns = useColumns(props);
  if (props.readings.length === 0) return null;
  return (
    <details class="card">
      <summary>{t('reading.superseded', { count: props.count })}</summary>
      <Table
        caption={t('reading.supersededCaption')}
        rows={props.readings}
        empty=""
        columns={[
          ...columns,
          { label: t('reading.supersededAt'), cell: ({ supersededAt }) => moment(supersededAt!) },
          {
            label: t('reading.reason'),
            cell: ({ supersededReason: reason }) => (reason === null ? '' : <span dir="auto">{reason}</span>),
          },
        ]}
      />
    </details>
  );
}
