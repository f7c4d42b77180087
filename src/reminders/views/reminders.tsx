import { zoneName } from '../../platform/i18n/zones.js';
import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import type { DeliveryRecord } from '../mail/deliveries.service.js';
import type { Preview } from '../rules/reminder-preview.service.js';
import type { ReminderRule } from '../reminder.entity.js';
import { DeliveryLog } from '../mail/views/deliveries.js';
import { PlannedMessages } from '../rules/views/preview.js';
import { RuleTable } from '../rules/views/rule-table.js';

interface RemindersPageProps {
  mechanism: Mechanism;
  rules: ReminderRule[];
  plans: Plan[];
  preview: Preview;
  deliveries: { items: DeliveryRecord[]; nextCursor: string | null };
}

export function RemindersPage({ mechanism, rules, plans, preview, deliveries }: RemindersPageProps) {
  const { t, language } = usePage();
  const here = `/mechanisms/${mechanism.id}/reminders`;
  return (
    <Layout
      title={t('reminders.title')}
      crumbs={[{ label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` }]}
      actions={
        <a class="button" href={`${here}/new`}>
          {t('reminders.new')}
        </a>
      }
    >
      <p>{t('reminders.intro', { zone: zoneName(mechanism.zone, language) })}</p>
      <h2>{t('reminders.rules')}</h2>
      <RuleTable {...{ mechanism, rules, plans, preview, here }} />
      <PlannedMessages preview={preview} />
      <DeliveryLog {...deliveries} here={here} />
    </Layout>
  );
}
