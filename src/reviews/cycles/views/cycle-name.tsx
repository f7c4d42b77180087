import { usePage } from '../../../platform/web/page-context.js';
import { cycleName, capital } from '../cycle-words.js';
import { reviewCycle } from '../review-cycles.js';

export function CycleName({ id }: { id: string | null }) {
  const { language } = usePage();
  if (!id) return null;
  const cycle = reviewCycle(id);
  return (
    <a href={`/review-cycles/${id}`} dir="auto">
      {cycle ? capital(cycleName(cycle, language)) : id}
    </a>
  );
}
