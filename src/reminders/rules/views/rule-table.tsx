import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { Plan } from '../../../plans/plan/plan.entity.js';
import { Table } from '../../../platform/web/table.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Localized } from '../../../platform/i18n/localized.js';
import type { ReminderRule } from '../../reminder.entity.js';
import type { Preview } from '../reminder-preview.service.js';
import { ruleSentence } from './sentences.js';
import { formatMoment } from '../../../platform/i18n/dates.js';
import { nextOccurrence } from '../recurrence.js';
import { PostButton } from '../../../platform/web/layout.js';

interface RuleTableProps {
  mechanism: Mechanism;
  rules: ReminderRule[];
  plans: Plan[];
  preview: Preview;
  /** Address of the mechanism's reminders. */
  here: string;
}

/** The rules of a mechanism, each with what it does next. */
export function RuleTable({ mechanism, rules, plans, preview, here }: RuleTableProps) {
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
