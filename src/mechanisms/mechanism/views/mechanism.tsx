import { Fragment, type VNode } from 'preact';
import { can, voicesIn } from '../../../accounts/roles.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Timeline } from '../../../platform/web/timeline.js';
import type { Mechanism, Membership, Term } from '../mechanism.entity.js';
import { holderName } from '../mechanism.view.js';
import { MechanismFacts } from './mechanism-facts.js';
import { MemberLists } from '../../members/views/member-lists.js';
import { crumbsOf, usePeriod } from './parts.js';

interface MechanismPageProps {
  mechanism: Mechanism;
  memberships: Membership[];
  terms: Term[];
  today: string;
  panels: VNode[];
}

export function MechanismPage({ mechanism, memberships, terms, today, panels }: MechanismPageProps) {
  const { t } = usePage();
  return (
    <Layout
      title={mechanism.shortName}
      crumbs={crumbsOf(t)}
      actions={<MechanismLinks mechanism={mechanism} />}
    >
      <p class="lead">
        <bdi>{mechanism.officialName}</bdi> (<bdi>{mechanism.abbreviation}</bdi>)
      </p>
      {panels.map((panel, index) => (
        <Fragment key={index}>{panel}</Fragment>
      ))}
      <h2>{t('mechanisms.about')}</h2>
      <MechanismFacts mechanism={mechanism} />
      <h2>{t('mechanisms.members')}</h2>
      <MemberLists mechanism={mechanism} memberships={memberships} today={today} />
      <h2>{t('terms.title')}</h2>
      <Terms terms={terms} />
    </Layout>
  );
}

function MechanismLinks({ mechanism: { id } }: { mechanism: Mechanism }) {
  const { t, actor } = usePage();
  const links = [
    { permission: 'mechanism.edit', path: `/mechanisms/${id}/edit`, label: t('mechanisms.edit') },
    { permission: 'mechanism.edit', path: `/mechanisms/${id}/members`, label: t('mechanisms.members.edit') },
    { permission: 'mechanism.edit', path: `/mechanisms/${id}/terms`, label: t('terms.edit') },
    { permission: 'people.manage', path: `/mechanisms/${id}/people`, label: t('people.title') },
    { permission: 'history.read', path: `/history/${id}`, label: t('audit.title') },
  ] as const;
  return (
    <>
      {voicesIn(actor, id).some(({ kind }) => kind === 'state') ? (
        <a href={`/mechanisms/${id}/delegation`}>{t('delegation.title')}</a>
      ) : (
        actor.grants.some(({ role, scope }) => role === 'chair' && scope === id) && (
          <a href={`/mechanisms/${id}/delegation`}>{t('delegation.role')}</a>
        )
      )}
      {links
        .filter(({ permission }) => can(actor, permission, id))
        .map(({ path, label }) => (
          <a key={path} href={path}>
            {label}
          </a>
        ))}
    </>
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
