import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import type { AboutItem } from '../../access/text-parts.js';

/** The plan items that a text speaks about. */
export function ItemList({ items }: { items: readonly AboutItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul class="plain">
      {items.map((item) => (
        <li key={item.id}>
          <a href={`/items/${item.id}`}>
            <CodeAndTitle quiet code={item.code} title={item.title} />
          </a>
        </li>
      ))}
    </ul>
  );
}
