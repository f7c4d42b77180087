import type { Role } from '../../../accounts/roles.js';
import { States } from '../../../accounts/states.js';
import type { Grant } from '../../../platform/http/actor.js';
import type { Option } from '../../../platform/web/fields.js';
import type { Crumb } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Mechanism } from '../mechanism.entity.js';
import { nameIn } from '../mechanism-name.js';
import { subjectName } from '../mechanism.view.js';
import type { Period } from '../period.js';

export const crumbsOf = (t: ReturnType<typeof usePage>['t'], mechanism?: Mechanism): Crumb[] => [
  { label: t('mechanisms.title'), href: '/mechanisms' },
  ...(mechanism ? [{ label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` }] : []),
];

/** For a page that knows the mechanism by its id: it is shown to whoever belongs to it, by the name they know. */
export const placeCrumb = (mechanismId: string): Crumb => ({
  label: '',
  href: `/mechanisms/${mechanismId}`,
});

/** What a mechanism is called, marked with its language where that is not the reader's. */
export function MechanismName({ mechanism, full }: { mechanism: Mechanism; full?: boolean }) {
  const { language } = usePage();
  const name = nameIn(full ? 'officialName' : 'shortName', mechanism, language);
  return <bdi lang={name.fallback ? name.language : undefined}>{name.text}</bdi>;
}

/** Roles in words, with whom they are held for. */
export function Roles({ grants }: { grants: readonly Grant[] }) {
  const { t, language } = usePage();
  return (
    <ul class="tags">
      {grants.map(({ role, subject }) => (
        <li key={`${role}:${subject}`} class="tag">
          {t(`role.${role as Role}`)}
          {subject && (
            <>
              {' '}
              (<bdi>{subjectName({ role: role as Role, subject }, language)}</bdi>)
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Words for a period with the days that are known; '' when none is. */
export function usePeriod(): (period: Period) => string {
  const { t, day } = usePage();
  return ({ fromDay, untilDay }) => {
    if (fromDay && untilDay) return t('period.both', { from: day(fromDay), until: day(untilDay) });
    if (fromDay) return t('period.from', { from: day(fromDay) });
    return untilDay ? t('period.until', { until: day(untilDay) }) : '';
  };
}

/** `name` is what the mechanism itself says. */
export function StateLink({ code, name }: { code: string; name?: string | null }) {
  const { language } = usePage();
  return <a href={`/states/${code}`}>{name ?? States.name(code, language)}</a>;
}

/** To choose from: who takes part in a mechanism (codes), then the other States, each in the reader's alphabet. */
export function useStateOptions(participants: Iterable<string>): Option[] {
  const { t, language } = usePage();
  const named = (codes: string[], group: string) =>
    codes.map((value) => ({ value, label: States.name(value, language), group }));
  const { participants: here, others } = States.toChoose(participants, language);
  return [...named(here, t('states.choose.here')), ...named(others, t('states.choose.others'))];
}

/** Where a statement comes from. People write it, in whatever language. */
export function Source({ source }: { source: string | null }) {
  const { t } = usePage();
  return (
    <p class="quiet">
      {t('framework.source')} {source ? <bdi>{source}</bdi> : t('mechanisms.noSource')}
    </p>
  );
}

export function Doubt({ doubt }: { doubt: string | null }) {
  const { t } = usePage();
  if (!doubt) return null;
  return (
    <div class="doubt" role="note">
      <p>
        <strong>{t('framework.doubts')}:</strong> <bdi>{doubt}</bdi>
      </p>
    </div>
  );
}
