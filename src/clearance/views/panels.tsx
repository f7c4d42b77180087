import { States } from '../../accounts/states.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText } from '../../platform/web/prose.js';
import { TableSection } from '../../platform/web/table.js';
import type { WayStep } from '../clearance.entity.js';
import type { SeenClearance } from '../clearance-query.service.js';
import type { Settled } from '../clearance-settings.service.js';
import { Course, Steps, Where } from './parts.js';

/** On one's own working text that set out: where it stands, and what can be done. */
export function ClearancePanel({ seen }: { seen: SeenClearance }) {
  const { t } = usePage();
  const { clearance, waiting, events } = seen;
  const base = `/progress/${clearance.entryId}/clearance`;
  return (
    <section class="card" aria-labelledby="clearance">
      <h2 id="clearance">{t('clearance.title')}</h2>
      <Where seen={seen} />
      {waiting && <Steps steps={clearance.steps} at={clearance.at} />}
      {waiting && (
        <p>
          {/* A link and no button: this also stands within the form the text is written in. */}
          <a class={waiting.mine ? 'button' : undefined} href={base}>
            {t(waiting.mine ? 'clearance.decide' : 'clearance.look')}
          </a>
        </p>
      )}
      {waiting && <p class="hint">{t('clearance.editHint')}</p>}
      <Course events={events} />
    </section>
  );
}

/** On one's own working text that has not set out: which way it will go. */
export function WayPanel({ steps }: { steps: WayStep[] }) {
  const { t } = usePage();
  return (
    <section class="card" aria-labelledby="clearance">
      <h2 id="clearance">{t('clearance.title')}</h2>
      <p>{t('clearance.way')}</p>
      <Steps steps={steps} at={-1} />
    </section>
  );
}

/** On one's own text that was submitted: what was done before. */
export function ClearedPanel({ seen: { clearance } }: { seen: SeenClearance }) {
  const { t } = usePage();
  return (
    <p>
      <a href={`/progress/${clearance.entryId}/clearance`}>{t('clearance.wasCleared')}</a>
    </p>
  );
}

/** On the first page: texts that wait for the reader. */
export function ClearancesToDecide({ asked }: { asked: SeenClearance[] }) {
  const { t, language, moment, day } = usePage();
  return (
    <TableSection
      caption={t('clearance.asked')}
      rows={asked}
      columns={[
        {
          label: t('item.item'),
          heading: true,
          cell: ({ entry, clearance }) => (
            <a href={`/progress/${clearance.entryId}/clearance`}>
              <EntryTitle entry={entry} />
            </a>
          ),
        },
        {
          label: t('clearance.delegation'),
          cell: ({ clearance, mechanism }) => (
            <>
              <bdi>{States.name(clearance.subject, language)}</bdi>
              {t('clearance.comma')}
              <bdi>{mechanism.shortName}</bdi>
            </>
          ),
        },
        {
          label: t('clearance.step'),
          cell: ({ waiting }) => (
            <>
              <bdi>{waiting!.step.name}</bdi>
              {waiting!.open && <small class="quiet"> {t('clearance.openShort')}</small>}
            </>
          ),
        },
        { label: t('clearance.since'), cell: ({ clearance }) => moment(clearance.since) },
        {
          label: t('clearance.term'),
          cell: ({ waiting }) => (waiting!.lastDay ? day(waiting!.lastDay) : t('clearance.noTerm')),
        },
      ]}
    />
  );
}

/** What a text is about, in the plan's words. */
export function EntryTitle({ entry }: Pick<SeenClearance, 'entry'>) {
  const { t } = usePage();
  const [first, ...others] = entry.items;
  if (!first) return <>{t('clearance.freeAnswer')}</>;
  return (
    <>
      <span class="quiet">{first.code}</span> <LocalizedText value={first.title} />
      {others.length > 0 && <> {t('entry.andMore', { count: others.length })}</>}
    </>
  );
}

/** On the delegation's page: the steps it has settled, and the way to settle them. */
export function StepsPanel({ settled }: { settled: Settled[] }) {
  const { t, language } = usePage();
  return (
    <section>
      <h2>{t('clearance.title')}</h2>
      <p class="quiet">{t('clearance.intro')}</p>
      {settled.map(({ setting, people }) => {
        const { mechanismId, state, steps } = setting;
        const names = new Map(people.map(({ id, name }) => [id, name]));
        const way = steps.map((step) => ({ ...step, mechanismId, owner: names.get(step.accountId) ?? '' }));
        return (
          <section key={state}>
            {settled.length > 1 && (
              <h3>
                <bdi>{States.name(state, language)}</bdi>
              </h3>
            )}
            {steps.length === 0 ? <p>{t('clearance.none')}</p> : <Steps steps={way} at={-1} />}
            <p>
              <a href={`/mechanisms/${mechanismId}/delegations/${state}/clearance`}>
                {t(steps.length === 0 ? 'clearance.settle' : 'clearance.change')}
              </a>
            </p>
          </section>
        );
      })}
    </section>
  );
}
