import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { formatMoment } from '../../platform/i18n/dates.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText } from '../../platform/web/prose.js';
import { Table } from '../../platform/web/table.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import type { DeliveryRecord } from '../mail/deliveries.service.js';
import type { Preview } from '../rules/reminder-preview.service.js';
import type { ReminderRule, RuleSubject } from '../reminder.entity.js';
import { nextOccurrence } from '../rules/schedule.js';
import { DeliveryLog } from '../mail/views/deliveries.js';
import { PlannedMessages } from '../rules/views/preview.js';
import { ruleSentence } from '../rules/views/sentences.js';

interface RemindersPageProps {
  mechanism: Mechanism;
  rules: ReminderRule[];
  plans: Plan[];
  preview: Preview;
  deliveries: { items: DeliveryRecord[]; nextCursor: string | null };
}

export function RemindersPage({ mechanism, rules, plans, preview, deliveries }: RemindersPageProps) {
  const { t } = usePage();
  const here = `/mechanisms/${mechanism.id}/reminders`;
  return (
    <Layout
      title={t('reminders.title')}
      crumbs={[{ label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` }]}
      actions={
        <a class="button" href={`${here}/new`}>
          {t('reminders.new')}
        </a>
      }
    >
      <p>{t('reminders.intro', { zone: mechanism.zone })}</p>
      <h2>{t('reminders.rules')}</h2>
      <Rules {...{ mechanism, rules, plans, preview, here }} />
      <PlannedMessages preview={preview} />
      <DeliveryLog {...deliveries} here={here} />
    </Layout>
  );
}

type RulesProps = Omit<RemindersPageProps, 'deliveries'> & { here: string };

function Rules({ mechanism, rules, plans, preview, here }: RulesProps) {
  const { t, language } = usePage();
  const titleOf = new Map<string, Localized>(plans.map((plan) => [plan.id, plan.title]));
  return (
    <Table
      caption={t('reminders.rules')}
      rows={rules}
      empty={t('reminders.noRules')}
      columns={[
        {
          label: t('reminders.when'),
          heading: true,
          cell: (rule) => ruleSentence(rule, mechanism.zone, t, language),
        },
        {
          label: t('reminders.about'),
          cell: ({ kind, about, planId }) =>
            planId && titleOf.has(planId) ? (
              <LocalizedText value={titleOf.get(planId)!} />
            ) : (
              t(kind === 'periodic' ? 'reminders.allPlans' : `reminders.about.${about}`)
            ),
        },
        {
          label: t('reminders.next'),
          cell: (rule) => <Next rule={rule} zone={mechanism.zone} preview={preview} />,
        },
        { label: t('list.actions'), cell: (rule) => <RuleActions rule={rule} here={here} /> },
      ]}
    />
  );
}

/** The next three moments of a periodic rule; for the others the first day on which somebody would be asked. */
function Next({ rule, zone, preview }: { rule: ReminderRule; zone: string; preview: Preview }) {
  const { t, language, now, day } = usePage();
  if (!rule.enabled) return <span class="quiet">{t('reminders.off')}</span>;
  if (rule.kind !== 'periodic') {
    const first = preview.messages.find(({ lines }) => lines.some(({ ruleId }) => ruleId === rule.id));
    return first ? <>{day(first.day)}</> : <span class="quiet">{t('reminders.nothingSoon')}</span>;
  }
  const moments: Date[] = [];
  for (let last = now; moments.length < 3; moments.push(last))
    last = nextOccurrence(rule.recurrence!, zone, last);
  return <>{moments.map((moment) => formatMoment(moment, language, zone)).join(' · ')}</>;
}

function RuleActions({ rule, here }: { rule: ReminderRule; here: string }) {
  const { t } = usePage();
  return (
    <>
      <a href={`${here}/${rule.id}`}>{t('reminders.edit')}</a>{' '}
      {rule.enabled ? (
        <PostButton action={`${here}/${rule.id}/disable`} label={t('reminders.disable')} quiet />
      ) : (
        <PostButton action={`${here}/${rule.id}/enable`} label={t('reminders.enable')} quiet />
      )}
    </>
  );
}

/** The way in from the mechanism's page, for those who may use it. */
export function RemindersPanel({ mechanismId, active }: { mechanismId: string; active: number }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('reminders.title')}</h2>
      <p>
        {active > 0 ? t('reminders.active', { count: active }) : t('reminders.noRules')}{' '}
        <a href={`/mechanisms/${mechanismId}/reminders`}>{t('reminders.open')}</a>
      </p>
    </section>
  );
}

interface SubjectRemindersProps {
  mechanism: Mechanism;
  rules: ReminderRule[];
  /** Of rules that ask about these alone. */
  about: RuleSubject | null;
  noRule: TextKey;
}

/** On the page of a subject: which rules remind of it. */
export function SubjectReminders({ mechanism, rules, about, noRule }: SubjectRemindersProps) {
  const { t, language } = usePage();
  return (
    <section>
      <h2>{t('reminders.title')}</h2>
      {rules.length > 0 ? (
        <ul>
          {rules.map((rule) => (
            <li key={rule.id}>
              {ruleSentence({ ...rule, about: about ?? rule.about }, mechanism.zone, t, language)}
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{t(noRule)}</p>
      )}
      <p>
        <a href={`/mechanisms/${mechanism.id}/reminders`}>{t('reminders.open')}</a>
      </p>
    </section>
  );
}
