import type { TextKey } from '../../platform/i18n/i18n.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { usePage } from '../../platform/web/page-context.js';
import type { ReminderRule, RuleSubject } from '../reminder.entity.js';
import { ruleSentence } from '../rules/views/sentences.js';

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
