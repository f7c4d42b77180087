import { zoneName } from '../../../platform/i18n/zones.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { OtherNames } from './other-names.js';
import { listed } from '../../../platform/i18n/listed.js';
import type { ComponentChildren } from 'preact';
import { can, type Permission } from '../../../accounts/roles.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { TableSection } from '../../../platform/web/table.js';
import { lookIn } from '../../look/look.js';
import { type Mechanism, type Membership, NO_ZONE, type Term } from '../mechanism.entity.js';
import { holderName } from '../mechanism.view.js';
import { hasEnded, holdsOn } from '../period.js';
import { crumbsOf } from './parts.js';

interface Setting {
  label: string;
  value: ComponentChildren;
  /** After the address of the mechanism. */
  path: string;
  permission: Permission;
}

interface SettingsPageProps {
  mechanism: Mechanism;
  memberships: Membership[];
  terms: Term[];
  today: string;
}

/** All that a secretariat sets, as it stands, with the way to change it. */
export function SettingsPage({ mechanism, memberships, terms, today }: SettingsPageProps) {
  const { t, language, actor } = usePage();
  const home = `/mechanisms/${mechanism.id}`;
  const onOff = (on: boolean) => t(on ? 'mechanisms.secondFactor.on' : 'mechanisms.secondFactor.off');
  const here = memberships.filter((one) => !hasEnded(one, today));
  const count = (kind: Membership['kind']) => here.filter((one) => one.kind === kind).length;
  const holders = (office: Term['office']) =>
    terms
      .filter((one) => one.office === office && holdsOn(one, today))
      .map((one) => holderName(one, language));
  const edit = (
    label: string,
    value: ComponentChildren,
    permission: Permission = 'mechanism.edit',
  ): Setting => ({
    ...{ label, value, permission },
    path: '/edit',
  });
  const groups: { title: string; settings: Setting[] }[] = [
    {
      title: t('settings.mechanism'),
      settings: [
        edit(t('mechanisms.officialName'), <bdi>{mechanism.officialName}</bdi>),
        edit(
          t('mechanisms.shortName'),
          <>
            <bdi>{mechanism.shortName}</bdi> (<bdi>{mechanism.abbreviation}</bdi>)
          </>,
        ),
        edit(
          t('mechanisms.otherNames'),
          hasNames(mechanism) ? <OtherNames {...mechanism} /> : t('settings.notSet'),
        ),
        edit(
          t('mechanisms.languages.all'),
          listed(
            mechanism.languages.map((one) => languageName(one, language)),
            language,
          ),
        ),
        {
          label: t('look.title'),
          value: <LookNow mechanism={mechanism} />,
          path: '/look',
          permission: 'mechanism.edit',
        },
        edit(
          t('account.zone'),
          mechanism.zone === NO_ZONE ? t('settings.notSet') : zoneName(mechanism.zone, language),
        ),
      ],
    },
    {
      title: t('settings.people'),
      settings: [
        {
          label: t('mechanisms.members.edit'),
          value: t('settings.members', { members: count('member'), observers: count('observer') }),
          path: '/members',
          permission: 'mechanism.edit',
        },
        ...(['chair', 'secretariat'] as const).map((office): Setting => ({
          label: t(`terms.office.${office}`),
          value: <bdi>{listed(holders(office), language) || t('settings.notSet')}</bdi>,
          path: '/terms',
          permission: 'mechanism.edit',
        })),
        edit(t('mechanisms.secondFactor'), onOff(mechanism.requireSecondFactor)),
      ],
    },
    {
      title: t('settings.work'),
      settings: [
        edit(
          t('mechanisms.replyAddress'),
          <bdi>{mechanism.replyAddress ?? t('settings.notSet')}</bdi>,
          'mechanism.replies',
        ),
        edit(t('mechanisms.fourEyes'), onOff(mechanism.fourEyes)),
        edit(t('mechanisms.fewestReporters'), mechanism.fewestReporters),
      ],
    },
  ];
  return (
    <Layout title={t('section.settings')} crumbs={crumbsOf(t, mechanism)}>
      {groups.map(({ title, settings }) => (
        <TableSection
          key={title}
          caption={title}
          rows={settings.filter(({ permission }) => can(actor, permission, mechanism.id))}
          columns={[
            { label: t('settings.what'), heading: true, cell: ({ label }) => label },
            { label: t('settings.value'), cell: ({ value }) => value },
            {
              label: t('list.actions'),
              cell: ({ path, label }) => (
                <a href={home + path} aria-label={t('settings.changeOne', { label })}>
                  {t('settings.change')}
                </a>
              ),
            },
          ]}
        />
      ))}
      <p>
        <a href={`${home}/people`}>{t('people.title')}</a>
        {can(actor, 'history.read', mechanism.id) && (
          <>
            {' · '}
            <a href={`/history/${mechanism.id}`}>{t('audit.title')}</a>
          </>
        )}
      </p>
    </Layout>
  );
}

function LookNow({ mechanism }: { mechanism: Mechanism }) {
  const { t, language } = usePage();
  const logo = lookIn(language, mechanism)?.logo;
  if (!logo && !mechanism.colour) return <>{t('look.ours')}</>;
  return (
    <>
      {logo && (
        <img class="place-logo" src={logo.src} width={logo.width} height={logo.height} alt={logo.text} />
      )}{' '}
      {mechanism.colour && <bdi>{mechanism.colour}</bdi>}
    </>
  );
}

const hasNames = ({ officialNames, shortNames }: Mechanism) =>
  Object.keys({ ...officialNames, ...shortNames }).length > 0;
