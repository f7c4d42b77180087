import { messageText } from '../../platform/i18n/i18n.js';
import { usePage } from '../../platform/web/page-context.js';
import type { FileNotice } from '../read/file-notices.js';

/** What is to be said of the file as a whole, above how it is read and above what it would do. */
export function FileNotices({ notices }: { notices: readonly FileNotice[] }) {
  const { t } = usePage();
  if (notices.length === 0) return null;
  return (
    <section class="doubt">
      <ul>
        {notices.map(({ column, message }, index) => (
          <li key={index}>
            {column && <b>{t('exchange.notice.column', { column })}: </b>}
            {messageText(t, message)}
          </li>
        ))}
      </ul>
    </section>
  );
}
