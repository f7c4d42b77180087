import { objectiveInDocument } from '../../../framework/framework.js';
import type { RoundTable } from '../../../framework/framework.types.js';
import type { CompileInput } from '../compile-input.js';
import type { CompiledBlock, CompiledSection } from '../compiled.js';
import { itemBlocks, paragraph, seeAlso, subheads } from './blocks.js';
import type { Contribution, ReportHeading } from './contributions.js';
import type { Wording } from './wording.js';

/** The objectives of one round table: for each, the plan items, what was reported, and where to read on. */
export function roundTableSection(
  table: RoundTable,
  input: CompileInput,
  contributions: Contribution[],
  wording: Wording,
): CompiledSection {
  const { t, language } = wording;
  const objectives = [...table.objectives].sort((a, b) => a - b);
  const parts = objectives.map((number) => {
    const title = objectiveInDocument(number, language);
    const items = input.items.filter((item) => item.objectives.includes(number));
    return {
      number,
      heading: { text: t('doc.objective', { number, title }), objective: number },
      blocks: [
        ...itemBlocks(items, 'doc.objective.items', input, wording),
        ...reported(number, contributions),
        ...seeAlso(elsewhere(number, contributions), wording),
      ],
    };
  });
  const silent = parts.filter((part) => part.blocks.length === 0).map((part) => String(part.number));
  const blocks: CompiledBlock[] = subheads(
    parts
      .filter((part) => part.blocks.length > 0)
      .map(({ heading, blocks: below }) => ({ heading, blocks: below })),
  );
  if (silent.length > 0) {
    blocks.push(
      paragraph(t('doc.objective.none', { count: silent.length, objectives: wording.listed(silent) })),
    );
  }
  return {
    key: `round-table-${table.number}`,
    title: t('doc.roundTable', { number: table.number, objectives: wording.listed(objectives.map(String)) }),
    blocks,
  };
}

/** What serves no single objective: the mechanism's own business, and entries about nothing in particular. */
export function institutionalSection(
  input: CompileInput,
  contributions: Contribution[],
  wording: Wording,
): CompiledSection {
  const blocks = [
    ...itemBlocks(
      input.items.filter((item) => item.institutional),
      'doc.institutional.items',
      input,
      wording,
    ),
    ...reported('institutional', contributions),
    ...seeAlso(elsewhere('institutional', contributions), wording),
  ];
  return { key: 'institutional', title: wording.t('doc.institutional'), blocks };
}

const reported = (heading: ReportHeading, contributions: Contribution[]): CompiledBlock[] =>
  contributions.filter((one) => one.headings[0] === heading).flatMap((one) => one.paragraphs);

const elsewhere = (heading: ReportHeading, contributions: Contribution[]) =>
  contributions.filter((one) => one.headings.slice(1).includes(heading));
