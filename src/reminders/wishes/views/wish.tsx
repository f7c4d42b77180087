import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import { EVERY_SUBJECT, type ReminderWish } from '../reminder-wish.entity.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { SubjectDescription } from '../../subjects/reminder-subject.js';
import type { WishView } from '../wishes.service.js';

/** Says what the link would do, and has a button that does it: a mail scanner that opens the link changes nothing. */
export function WishPage({ view: { wish, subject, current }, address }: { view: WishView; address: string }) {
  const { t } = usePage();
  const key = wish.kind === 'none' || !subject ? 'wish.none' : subject.words.wish[wish.kind];
  return (
    <Layout title={t(key)}>
      {subject && (
        <p class="lead">
          <CodeAndTitle code={subject.code} title={subject.title} />
        </p>
      )}
      {current ? (
        <>
          <p class="notice" role="status">
            <WishText wish={current} subject={subject} />
          </p>
          <PostButton action={address} label={t('wish.again')} fields={{ from: 'page', again: '1' }} quiet />
        </>
      ) : (
        <>
          <p>{t(`${key}.text`)}</p>
          <PostButton action={address} label={t(key)} fields={{ from: 'page' }} />
        </>
      )}
    </Layout>
  );
}

function WishText({ wish, subject }: { wish: ReminderWish; subject: SubjectDescription | null }) {
  const { t, day } = usePage();
  if (wish.untilDay) return <>{t('wish.until', { day: day(wish.untilDay) })}</>;
  return <>{t(subject ? subject.words.wish.none : 'wish.noneAtAll')}</>;
}

type Wishes = { wish: ReminderWish; subject: SubjectDescription | null }[];

/** On the first page: what the person asked not to be reminded of, and the way back. */
export function WishesPanel({ wishes }: { wishes: Wishes }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('wish.mine')}</h2>
      <WishList wishes={wishes} from="tasks" />
    </section>
  );
}

/** On one's account: what one is reminded of by mail, what one asked not to be, and a button for none at all. */
export function WishesOnAccount({ wishes }: { wishes: Wishes }) {
  const { t } = usePage();
  const none = wishes.some(({ wish }) => wish.subjectId === EVERY_SUBJECT);
  return (
    <section id="reminders">
      <h2>{t('section.reminders')}</h2>
      <p>{t('wish.account')}</p>
      {wishes.length > 0 && (
        <>
          <h3>{t('wish.mine')}</h3>
          <WishList wishes={wishes} from="account" />
        </>
      )}
      {!none && (
        <>
          <p class="quiet">{t('wish.none.text')}</p>
          <PostButton action="/reminders/wishes/none" label={t('wish.none')} second />
        </>
      )}
    </section>
  );
}

function WishList({ wishes, from }: { wishes: Wishes; from: 'tasks' | 'account' }) {
  const { t } = usePage();
  return (
    <ul>
      {wishes.map(({ wish, subject }) => (
        <li key={wish.id}>
          {subject && (
            <>
              <a href={subject.href}>
                <CodeAndTitle code={subject.code} title={subject.title} />
              </a>
              {': '}
            </>
          )}
          <WishText wish={wish} subject={subject} />{' '}
          <PostButton
            action={`/reminders/wishes/${wish.id}/end`}
            label={t('wish.again')}
            fields={{ from }}
            quiet
          />
        </li>
      ))}
    </ul>
  );
}
