import type { ReminderWish } from '../../reminder.entity.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { addressOf, type Subject } from '../../subjects/subjects.js';
import type { WishView } from '../wishes.service.js';

/** Says what the link would do, and has a button that does it: a mail scanner that opens the link changes nothing. */
export function WishPage({ view: { wish, item, current }, address }: { view: WishView; address: string }) {
  const { t } = usePage();
  const key = item?.kind === 'round' ? 'round.wish.never' : (`wish.${wish.kind}` as const);
  return (
    <Layout title={t(key)}>
      {item && (
        <p class="lead">
          {item.code} <LocalizedText value={item.title} />
        </p>
      )}
      {current ? (
        <>
          <p class="notice" role="status">
            <WishText wish={current} item={item} />
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

function WishText({ wish, item }: { wish: ReminderWish; item: Subject | null }) {
  const { t, day } = usePage();
  if (wish.untilDay) return <>{t('wish.until', { day: day(wish.untilDay) })}</>;
  if (item?.kind === 'round') return <>{t('round.wish.none')}</>;
  return <>{t(wish.itemId ? 'wish.noneForItem' : 'wish.noneAtAll')}</>;
}

/** On the first page: what the person asked not to be reminded of, and the way back. */
export function WishesPanel({ wishes }: { wishes: { wish: ReminderWish; item: Subject | null }[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('wish.mine')}</h2>
      <ul>
        {wishes.map(({ wish, item }) => (
          <li key={wish.id}>
            {item && (
              <>
                <a href={addressOf(item)}>
                  {item.code} <LocalizedText value={item.title} />
                </a>
                {': '}
              </>
            )}
            <WishText wish={wish} item={item} />{' '}
            <PostButton action={`/reminders/wishes/${wish.id}/end`} label={t('wish.again')} quiet />
          </li>
        ))}
      </ul>
    </section>
  );
}
