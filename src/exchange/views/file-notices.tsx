import { usePage } from '../../platform/web/page-context.js';
import type { FileNotice } from '../read/file-notices.js';
import { useMessage } from './use-message.js';

/** What is to be said of the file as a whole, above how it is read and above what it would do. */
export function FileNotices({ notices }: { notices: readonly FileNotice[] }) {
  const { t } = usePage();
  const textOf = useMessage();
  if (notices.length === 0) return null;
  return (
    <section class="doubt">
      <ul>
        {notices.map(({ column, message }, index) => (
          <li key={index}>
            {column && <b>{t('exchange.notice.column', { column })}: </b>}
            {textOf(message)}
          </li>
        ))}
      </ul>
    </section>
  );
}
