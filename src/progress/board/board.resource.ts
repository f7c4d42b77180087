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

export const boardItemsResource = ({ items, nextCursor, figures }: BoardPage) => ({
  items: items.map(itemResource),
  nextCursor,
  figures,
});
