import { type Mark, Status } from '../../../platform/web/design/status.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { RoundState } from '../vocabulary.js';

const MARKS: Record<RoundState, Mark> = { draft: 'draft', open: 'half', closed: 'full' };

export function RoundStateTag({ state }: { state: RoundState }) {
  const { t } = usePage();
  return <Status mark={MARKS[state]}>{t(`roundState.${state}`)}</Status>;
}
