import { ObjectiveRef } from '../../../framework/views/objective-ref.js';
import { objectiveLabel } from '../../../framework/framework.js';
import { Hidden } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { emptyForm } from '../../../platform/web/submit-form.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Layout } from '../../match/layout.js';
import type { ObjectiveHeading } from '../../read/draft.js';

interface Props {
  id: string;
  layout: Layout | null;
  headings: readonly ObjectiveHeading[];
}

/** Headings that are objectives are offered as the mapping of the rows under them; nobody is taken by surprise. */
export function ObjectiveHeadings({ id, layout, headings }: Props) {
  const { t, language } = usePage();
  if (headings.length === 0) return null;
  const on = layout?.headingObjectives ?? false;
  return (
    <section id="objective-headings" class={on ? undefined : 'doubt'}>
      <h2>{t('exchange.headings.title')}</h2>
      <p>{t(on ? 'exchange.headings.on' : 'exchange.headings.offer')}</p>
      <ul>
        {headings.map(({ row, title, objective }) => (
          <li key={row}>
            <bdi>{title}</bdi>{' '}
            <span class="quiet">
              <ObjectiveRef number={objective}>
                {t('exchange.headings.objective', {
                  number: objective,
                  title: objectiveLabel(objective, language).text,
                  row,
                })}
              </ObjectiveRef>
            </span>
          </li>
        ))}
      </ul>
      <Form
        action={`/plan-imports/${id}/headings`}
        state={emptyForm()}
        submit={t(on ? 'exchange.headings.stop' : 'exchange.headings.map')}
      >
        <Hidden name="headingObjectives" value={on ? '' : 'true'} />
      </Form>
    </section>
  );
}
