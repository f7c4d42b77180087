import { Fragment, type VNode } from 'preact';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Facts } from '../../platform/web/table.js';
import {
  actionAnchor,
  actionRef,
  compactName,
  isObjective,
  objectiveHref,
  objectiveLabel,
  objectiveTitle,
  roundTableOf,
} from '../framework.js';
import type { Objective } from '../framework.types.js';
import { instrument } from '../instrument.data.js';
import { CatalogueParagraph, Doubts, InEnglish } from './catalogue-text.js';
import { RoundTableWords } from './round-tables.js';

export function ObjectivePage({ objective, panels }: { objective: Objective; panels: VNode[] }) {
  const { t, language } = usePage();
  const { number } = objective;
  return (
    <Layout
      title={t('framework.objective', { number })}
      crumbs={[{ label: compactName(language).text, href: '/framework' }]}
      actions={<Neighbours number={number} />}
    >
      <p class="lead">
        <CatalogueParagraph value={objectiveTitle(number, language)} />
      </p>
      <ObjectiveFacts objective={objective} />
      <Actions objective={objective} />
      <Sources objective={objective} />
      {panels.map((panel, index) => (
        <Fragment key={index}>{panel}</Fragment>
      ))}
    </Layout>
  );
}

function Neighbours({ number }: { number: number }) {
  const { t } = usePage();
  const link = (other: number, rel: string) =>
    isObjective(other) && (
      <a href={objectiveHref(other)} rel={rel}>
        {t('framework.objective', { number: other })}
      </a>
    );
  return (
    <>
      {link(number - 1, 'prev')}
      {link(number + 1, 'next')}
    </>
  );
}

function ObjectiveFacts({ objective }: { objective: Objective }) {
  const { t, language } = usePage();
  const { number, sdgTargets } = objective;
  const table = roundTableOf(number)!;
  return (
    <>
      <Facts
        facts={[
          {
            label: t('framework.label'),
            value: <CatalogueParagraph value={objectiveLabel(number, language)} />,
          },
          {
            label: t('framework.place.in'),
            value: (
              <>
                <InEnglish>{instrument.symbol}</InEnglish>,{' '}
                {t('framework.paragraph', { paragraph: objective.paragraph })}
              </>
            ),
          },
          {
            label: t('framework.discussedIn'),
            value: (
              <a href={`/framework#round-table-${table.number}`}>
                {t('framework.roundTable', { number: table.number })}
              </a>
            ),
          },
          {
            label: t('framework.sdgTargets'),
            value: sdgTargets.length > 0 ? sdgTargets.join(', ') : t('framework.noSdgTargets'),
          },
        ]}
      />
      <RoundTableWords table={table} />
    </>
  );
}

function Actions({ objective }: { objective: Objective }) {
  const { t } = usePage();
  return (
    <>
      <h2>{t('framework.actions')}</h2>
      <p class="quiet">{t('framework.paraphrase')}</p>
      <ol class="tree">
        {objective.actions.map(({ letter, label }) => (
          <li key={letter} id={actionAnchor(letter)}>
            <div class="node">
              <span class="code" dir="ltr">
                {actionRef(objective.number, letter)}
              </span>
              <InEnglish>{label}</InEnglish>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function Sources({ objective }: { objective: Objective }) {
  const { t, language } = usePage();
  const shown = objectiveTitle(objective.number, language);
  return (
    <>
      <h2>{t('framework.sources')}</h2>
      <ul>
        <li>
          {t('framework.titleSource')}{' '}
          {shown.source ? (
            <bdi>{shown.source}</bdi>
          ) : (
            <InEnglish>{objective.titleSource[shown.language]}</InEnglish>
          )}
        </li>
        <li>
          {t('framework.actionsSource')} <InEnglish>{objective.actionsSource}</InEnglish>
        </li>
      </ul>
      <Doubts doubts={objective.doubts} />
    </>
  );
}
