import { objectiveLabel, principleName } from '../../../framework/framework.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { NextPage, Table } from '../../../platform/web/table.js';
import { itemColumns } from '../../../plans/plan/views/item-columns.js';
import { ownersText } from '../../../plans/plan/labels.js';
import { ObjectiveRef } from '../../../framework/views/objective-ref.js';
import { WhenText } from '../../../plans/items/views/labels.js';
import type { BoardItemsQuery } from '../board.dto.js';
import { FIGURES } from '../board-figures.js';
import type { BoardPage, ListedItem } from '../board-view.js';
import { crumbsOf } from './board.js';
import { boardLink } from './board-links.js';
import { frameworkLabel } from '../../entries/framework-label.js';
import { ItemStatusTag } from '../../../plans/plan/views/status-tags.js';

interface BoardItemsProps {
  query: BoardItemsQuery;
  found: BoardPage<ListedItem>;
}

/** The items behind a tile, and of these those under way or reported. */
export function BoardItemsPage({ query, found }: BoardItemsProps) {
  const { t, language } = usePage();
  const { scope, figures } = found;
  const heading = headingOf(query, t, language);
  const { plan, owner, state, from, until } = query;
  const back = boardLink(scope, '', { plan, owner, state, from, until });
  const shown = query.figure ?? 'planned';
  const filtered = Boolean(owner ?? state ?? from ?? until);
  return (
    <Layout
      title={heading.text}
      titleLanguage={heading.language}
      crumbs={[...crumbsOf(scope, language), { label: t('board.title'), href: back }]}
    >
      {query.objective !== null && (
        <p>
          <ObjectiveRef number={query.objective}>
            {t('framework.objective', { number: query.objective })}
          </ObjectiveRef>
        </p>
      )}
      {filtered && (
        <p class="quiet">
          {t('board.filtered')} <a href={back}>{t('board.toFilter')}</a>
        </p>
      )}
      <ul class="tags" aria-label={t('board.figures')}>
        {FIGURES.map((figure) => (
          <li key={figure}>
            <a
              class="tag"
              href={boardLink(scope, '/items', { ...query, figure, cursor: undefined })}
              aria-current={figure === shown ? 'true' : undefined}
            >
              {t(`board.${figure}`)} {figures[figure]}
            </a>
          </li>
        ))}
      </ul>
      <ItemsTable items={found.items} said={found.said} caption={heading.text} />
      <NextPage
        cursor={found.nextCursor}
        href={(cursor) => boardLink(scope, '/items', { ...query, cursor })}
      />
    </Layout>
  );
}

function headingOf(
  { objective, principle, reference, unmapped }: BoardItemsQuery,
  t: Translate,
  language: string,
): { text: string; language?: string } {
  if (objective !== null) {
    const { text, language: written } = objectiveLabel(objective, language);
    return { text: `${objective} ${text}`, language: written };
  }
  if (principle !== null) {
    const { text, language: written } = principleName(principle, language);
    return { text: `${principle} ${text}`, language: written };
  }
  if (reference) return { text: `${frameworkLabel(reference.framework, t)} ${reference.code}` };
  return { text: t(unmapped ? 'board.unmapped' : 'board.allItems') };
}

function ItemsTable({
  items,
  said,
  caption,
}: Pick<BoardPage<ListedItem>, 'items' | 'said'> & { caption: string }) {
  const { t, language } = usePage();
  return (
    <Table
      caption={caption}
      rows={items}
      empty={t('board.noItems')}
      columns={[
        ...itemColumns(t),
        {
          label: t('item.owners'),
          cell: (item) => ownersText(item.owners, t, language),
        },
        { label: t('item.when'), cell: (item) => <WhenText item={item} /> },
        { label: t('item.status'), cell: (item) => <ItemStatusTag status={item.status} /> },
        {
          label: t('sheet.byReports'),
          cell: ({ id }) => <ItemStatusTag status={said.get(id) ?? null} />,
        },
      ]}
    />
  );
}
