import { listed } from '../../../platform/i18n/listed.js';
import { usePage } from '../../../platform/web/page-context.js';
import { addresseeName } from '../../round/round.view.js';
import type { DeskAnswer } from '../desk.service.js';

/** Delegations without an answer to a question, in the order of the alphabet: those who prefer not to, and the rest. */
export function NotReceived({ answers }: { answers: readonly DeskAnswer[] }) {
  const { t, language } = usePage();
  const groups = (['declined', 'missing'] as const).map((cell) => ({
    cell,
    names: answers
      .filter((one) => one.cell === cell)
      .map(({ addressee }) => addresseeName(addressee, language)),
  }));
  if (groups.every(({ names }) => names.length === 0)) return null;
  return (
    <dl class="facts">
      {groups
        .filter(({ names }) => names.length > 0)
        .map(({ cell, names }) => (
          <div key={cell}>
            <dt>{t(`collect.cell.${cell}`)}</dt>
            <dd>{listed(names, language)}</dd>
          </div>
        ))}
    </dl>
  );
}
