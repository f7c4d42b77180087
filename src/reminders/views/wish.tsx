import type { ReminderWish } from '../reminder.entity.js';
import type { PlanItem } from '../../plans/plan.entity.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText } from '../../platform/web/prose.js';
import type { WishView } from '../wishes.service.js';

/** Says what the link would do, and has a button that does it: a mail scanner that opens the link changes nothing. */
export function WishPage({ view: { wish, item, current }, address }: { view: WishView; address: string }) {
  const { t } = usePage();
  return (
    <Layout title={t(`wish.${wish.kind}`)}>
      {item && (
        <p class="lead">
          {item.code} <LocalizedText value={item.title} />
        </p>
      )}
      {current ? (
        <>
          <p class="notice" role="status">
            <WishText wish={current} />
          </p>
          <PostButton action={address} label={t('wish.again')} fields={{ from: 'page', again: '1' }} quiet />
        </>
      ) : (
        <>
          <p>{t(`wish.${wish.kind}.text`)}</p>
          <PostButton action={address} label={t(`wish.${wish.kind}`)} fields={{ from: 'page' }} />
        </>
      )}
    </Layout>
  );
}

function WishText({ wish }: { wish: ReminderWish }) {
  const { t, day } = usePage();
  if (wish.untilDay) return <>{t('wish.until', { day: day(wish.untilDay) })}</>;
  return <>{t(wish.itemId ? 'wish.noneForItem' : 'wish.noneAtAll')}</>;
}

/** On the first page: what the person asked not to be reminded of, and the way back. */
export function WishesPanel({ wishes }: { wishes: { wish: ReminderWish; item: PlanItem | null }[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('wish.mine')}</h2>
      <ul>
        {wishes.map(({ wish, item }) => (
          <li key={wish.id}>
            {item && (
              <>
                <a href={`/items/${item.id}`}>
                  {item.code} <LocalizedText value={item.title} />
                </a>
                {': '}
              </>
            )}
            <WishText wish={wish} />{' '}
            <PostButton action={`/reminders/wishes/${wish.id}/end`} label={t('wish.again')} quiet />
          </li>
        ))}
      </ul>
    </section>
  );
}
