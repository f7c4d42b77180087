import { usePage } from '../../platform/web/page-context.js';
import { objective, objectiveHref, objectiveTitle, objectiveLabel } from '../framework.js';
import { CatalogueParagraph } from './catalogue-text.js';

export function ObjectiveLink({ number }: { number: number }) {
  const { t, language } = usePage();
  const { paragraph, actions } = objective(number)!;
  return (
    <li>
      <div class="node">
        <span class="code">{number}</span>
        <a href={objectiveHref(number)}>
          <CatalogueParagraph value={objectiveTitle(number, language)} />
        </a>
        <span class="meta">
          <CatalogueParagraph value={objectiveLabel(number, language)} /> ·{' '}
          {t('framework.paragraph', { paragraph })} · {t('framework.actionCount', { count: actions.length })}
        </span>
      </div>
    </li>
  );
}
