import { LocalizedText } from '../../../platform/web/prose.js';
import type { AboutItem } from '../../access/text-parts.js';

/** The plan items that a text speaks about. */
export function ItemList({ items }: { items: readonly AboutItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul class="plain">
      {items.map((item) => (
        <li key={item.id}>
          <a href={`/items/${item.id}`}>
            <span class="quiet">{item.code}</span> <LocalizedText value={item.title} />
          </a>
        </li>
      ))}
    </ul>
  );
}
