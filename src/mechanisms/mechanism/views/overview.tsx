import { shortNameIn } from '../mechanism-name.js';
import { MechanismName } from './parts.js';
import { Fragment, type VNode } from 'preact';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { FirstSteps } from './first-steps.js';
import type { Mechanism } from '../mechanism.entity.js';

interface OverviewProps {
  mechanism: Mechanism;
  /** Of a secretariat that begins. */
  first: VNode[];
  /** What waits for the reader here. */
  tasks: VNode[];
  /** What else is known of them, without pressing for anything. */
  rest: VNode[];
  side: VNode[];
  wide: VNode[];
}

/** Where somebody who works for a mechanism begins: what waits for them, and how the work stands. */
export function OverviewPage({ mechanism, first, tasks, rest, side, wide }: OverviewProps) {
  const { t, language } = usePage();
  return (
    <Layout title={shortNameIn(mechanism, language)}>
      <p class="lead">
        <bdi>
          <MechanismName mechanism={mechanism} full /> ({mechanism.abbreviation})
        </bdi>
      </p>
      <FirstSteps steps={first} />
      <div class={side.length > 0 ? 'overview' : undefined}>
        <section class="overview-main">
          <h2>{t('overview.tasks')}</h2>
          {tasks.length > 0 ? parts(tasks) : <p class="quiet">{t('overview.noTasks')}</p>}
        </section>
        {side.length > 0 && <div class="overview-side">{parts(side)}</div>}
      </div>
      {parts(wide)}
      {parts(rest)}
    </Layout>
  );
}

const parts = (panels: VNode[]) => panels.map((panel, index) => <Fragment key={index}>{panel}</Fragment>);
