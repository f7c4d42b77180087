import { usePage } from '../../../platform/web/page-context.js';
import type { Plan } from '../plan.entity.js';

interface FixedNoticeProps {
  plan: Pick<Plan, 'id'>;
  /** What a form changes that is not part of the text. */
  text: string;
  /** The code and title that stay. */
  name: string;
}

/** Above a form where the text is fixed: what is being edited, what is not, and how the text would change. */
export function FixedNotice({ plan, text, name }: FixedNoticeProps) {
  const { t } = usePage();
  return (
    <>
      <h2 dir="auto">{name}</h2>
      <section class="notice">
        <p>
          {text} <a href={`/plans/${plan.id}/amendments/new`}>{t('amendment.new')}</a>
        </p>
      </section>
    </>
  );
}
