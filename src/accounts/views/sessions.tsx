import { PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Table } from '../../platform/web/table.js';
import { browserNameOf } from '../browser-name.js';
import type { Session } from '../credential.entity.js';

export function Sessions({ sessions }: { sessions: Session[] }) {
  const { t, actor, moment } = usePage();
  return (
    <>
      <h2>{t('account.sessions')}</h2>
      <Table
        caption={t('account.sessions')}
        rows={sessions}
        columns={[
          {
            label: t('account.browser'),
            heading: true,
            cell: ({ userAgent }) => <BrowserName userAgent={userAgent} />,
          },
          { label: t('account.address'), cell: (session) => session.address },
          { label: t('account.lastSeen'), cell: (session) => moment(session.lastSeenAt) },
          {
            label: t('list.actions'),
            cell: (session) =>
              session.id === actor.sessionId ? (
                t('account.thisSession')
              ) : (
                <PostButton
                  action={`/account/sessions/${session.id}/end`}
                  label={t('account.endSession')}
                  quiet
                />
              ),
          },
        ]}
      />
      <div class="buttons">
        {sessions.length > 1 && (
          <PostButton action="/account/sessions/end-others" label={t('account.endOthers')} quiet />
        )}
        <PostButton action="/account/sessions/end-all" label={t('account.endAll')} quiet />
      </div>
    </>
  );
}

/** "Firefox on Windows"; what it said of itself to whoever wants to know more. */
function BrowserName({ userAgent }: { userAgent: string }) {
  const { t } = usePage();
  const { browser, system } = browserNameOf(userAgent);
  const named = browser ?? t('account.unknownBrowser');
  return <span title={userAgent}>{system ? t('account.browserOn', { browser: named, system }) : named}</span>;
}
