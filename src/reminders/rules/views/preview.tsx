import { listed } from '../../../platform/i18n/listed.js';
import { zoneName } from '../../../platform/i18n/zones.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import { Fold, Shortened } from '../../../platform/web/design/fold.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { PlannedMessage, Preview } from '../reminder-preview.service.js';
import { becauseOf } from './sentences.js';

const MESSAGES_SHOWN = 60;
const LINES_SHOWN = 4;
const UNREACHED_SHOWN = 20;

/** Who would get what, and when, as things stand: before anything is sent. */
export function PlannedMessages({ preview: { messages, unreached } }: { preview: Preview }) {
  const { t, day } = usePage();
  const more = messages.length - MESSAGES_SHOWN;
  return (
    <section>
      <Fold heading label={t('reminders.preview')}>
        <p class="quiet">{t('reminders.previewHint')}</p>
        <Unreached items={unreached} />
        <Shortened count={Math.min(messages.length, MESSAGES_SHOWN)}>
          <Table
            caption={t('reminders.preview')}
            rows={messages.slice(0, MESSAGES_SHOWN)}
            empty={t('reminders.previewNone')}
            columns={[
              { label: t('reminders.day'), cell: (message) => day(message.day) },
              {
                label: t('reminders.person'),
                heading: true,
                cell: (message) => <Person message={message} />,
              },
              { label: t('reminders.items'), cell: (message) => <Lines message={message} /> },
            ]}
          />
        </Shortened>
        {more > 0 && <p class="quiet">{t('reminders.previewMore', { count: more })}</p>}
      </Fold>
    </section>
  );
}

function Person({ message: { person } }: { message: PlannedMessage }) {
  const { language } = usePage();
  return (
    <>
      {person.name}
      <div class="quiet">
        {listed([languageName(person.language, language), zoneName(person.zone, language)], language, 'unit')}
      </div>
    </>
  );
}

function Lines({ message: { lines } }: { message: PlannedMessage }) {
  const { t, language } = usePage();
  const more = lines.length - LINES_SHOWN;
  return (
    <>
      {lines.slice(0, LINES_SHOWN).map(({ item, kind, dueDay, ruleId }) => (
        <div key={`${ruleId}${item.id}${dueDay}`}>
          <a href={item.href}>
            <CodeAndTitle code={item.code} title={item.title} />
          </a>{' '}
          <span class="quiet">{becauseOf(kind, dueDay, t, language)}</span>
        </div>
      ))}
      {more > 0 && <div class="quiet">{t('reminders.linesMore', { count: more })}</div>}
    </>
  );
}

function Unreached({ items }: { items: Preview['unreached'] }) {
  const { t } = usePage();
  if (items.length === 0) return null;
  const more = items.length - UNREACHED_SHOWN;
  return (
    <div class="doubt">
      <p>{t('reminders.unreached', { count: items.length })}</p>
      <ul>
        {items.slice(0, UNREACHED_SHOWN).map((item) => (
          <li key={item.id}>
            <a href={item.href}>
              <CodeAndTitle code={item.code} title={item.title} />
            </a>
          </li>
        ))}
        {more > 0 && <li>{t('reminders.linesMore', { count: more })}</li>}
      </ul>
    </div>
  );
}
