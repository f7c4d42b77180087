import { itemResource } from '../../plans/items/item.resource.js';
import type { BoardPage, BoardView } from './board-view.js';

/** The board as the API shows it: `items` are the objectives. */
export const boardResource = ({ objectives, principles, references, all, ...rest }: BoardView) => ({
  items: objectives,
  nextCursor: null,
  principles,
  references,
  all,
  unmapped: rest.unmapped,
  institutional: rest.institutional,
  undated: rest.undated,
  plans: rest.scope.plans.map(({ id }) => id),
});

export const boardItemsResource = ({ items, nextCursor, figures, said }: BoardPage) => ({
  items: items.map(itemResource),
  /** By item: how it stands by the accepted reports that the caller may read; null where they name no status together. */
  statusByReports: Object.fromEntries(said),
  nextCursor,
  figures,
});
