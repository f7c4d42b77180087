import type { Block, Heading } from '../../platform/documents/document.js';
import { subheadLead } from './numerals.js';

/** The blocks of a chapter with `A.` and `1.` before its subheads, wherever there are at least two beside each other. */
export function leadsFor(blocks: readonly Block[], language: string): Block[] {
  const headings = blocks.flatMap((block) => (block.type === 'heading' ? [block] : []));
  const subheads = headings.filter(({ level }) => level === 2);
  const leads = new Map<Heading, string>();
  if (subheads.length > 1)
    subheads.forEach((heading, index) => leads.set(heading, subheadLead(index + 1, language)));
  let beside: Heading[] = [];
  const number = () => {
    if (beside.length > 1) beside.forEach((heading, index) => leads.set(heading, `${index + 1}.`));
    beside = [];
  };
  for (const heading of headings) {
    if (heading.level === 2) number();
    else beside.push(heading);
  }
  number();
  return blocks.map((block) => (block.type === 'heading' ? { ...block, lead: leads.get(block) } : block));
}
