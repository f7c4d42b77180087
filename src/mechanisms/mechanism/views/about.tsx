import { shortNameIn } from '../mechanism-name.js';
import { Fragment, type VNode } from 'preact';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Timeline } from '../../../platform/web/timeline.js';
import type { Mechanism, Membership, Term } from '../mechanism.entity.js';
import { holderName } from '../mechanism.view.js';
import { MechanismFacts } from './mechanism-facts.js';
import { MembershipMap } from '../../map/views/map.js';
import { MemberLists } from '../../members/views/member-lists.js';
import { crumbsOf, MechanismName, usePeriod } from './parts.js';

interface AboutPageProps {
  mechanism: Mechanism;
  memberships: Membership[];
  terms: Term[];
  today: string;
  /** What there is for everybody, on the page of who looks at it from outside. */
  panels: VNode[];
}

/** What is known of a mechanism; public. */
export function AboutPage({ mechanism, memberships, terms, today, panels }: AboutPageProps) {
  const { t, url, places, language } = usePage();
  const own = url.split('?')[0] === `${places.base}${mechanism.id}`;
  return (
    <Layout
      title={own ? shortNameIn(mechanism, language) : t('section.about')}
      crumbs={crumbsOf(t, own ? undefined : mechanism)}
    >
      <p class="lead">
        <bdi>
          <MechanismName mechanism={mechanism} full /> ({mechanism.abbreviation})
        </bdi>
      </p>
      {panels.map((panel, index) => (
        <Fragment key={index}>{panel}</Fragment>
      ))}
      <h2>{t('mechanisms.about')}</h2>
      <MechanismFacts mechanism={mechanism} />
      <h2>{t('mechanisms.members')}</h2>
      <MembershipMap {...{ mechanism, memberships, today }} />
      <MemberLists mechanism={mechanism} memberships={memberships} today={today} />
      <h2>{t('terms.title')}</h2>
      <Terms terms={terms} />
    </Layout>
  );
}

function Terms({ terms }: { terms: Term[] }) {
  const { t, language } = usePage();
  const periodText = usePeriod();
  const entries = terms.map((term) => ({
    key: term.id,
    when: periodText(term),
    what: (
      <>
        {t(`terms.office.${term.office}`)}: <bdi>{holderName(term, language)}</bdi>
      </>
    ),
    detail: term.source && <bdi>{term.source}</bdi>,
  }));
  return <Timeline entries={entries} empty={t('terms.empty')} />;
}
