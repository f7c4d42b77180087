import type { Block, List, Run, Table as TableBlock } from '../../../platform/documents/document.js';
import { directionOf } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Wide } from '../../../platform/web/table.js';
import { takesNumber } from '../../passages/words-of.js';
import { noteText } from '../words/passage-words.js';

interface WordsProps {
  blocks: readonly Block[];
  language: string;
  /** Number of its first numbered paragraph; none where numbers are not known. */
  first?: number | null;
  /** Where its pictures are; without, their words stand. */
  pictures?: string;
}

/** What a passage says, as it is read; footnotes stand where their marks are. */
export function Words({ blocks, language, first = null, pictures }: WordsProps) {
  let number = first;
  let kept = 0;
  return (
    <div class="prose" lang={language} dir={directionOf(language)}>
      {blocks.map((block, index) => {
        const at = number !== null && takesNumber(block) ? number++ : null;
        const of = ['figure', 'board', 'page-break'].includes(block.type) ? kept++ : 0;
        return (
          <BlockWords key={index} block={block} number={at} picture={pictures && `${pictures}&of=${of}`} />
        );
      })}
    </div>
  );
}

function BlockWords({ block, number, picture }: { block: Block; number: number | null; picture?: string }) {
  const { t } = usePage();
  switch (block.type) {
    case 'heading': {
      const Level = (['h3', 'h4', 'h5'] as const)[block.level - 1]!;
      return <Level>{block.text}</Level>;
    }
    case 'paragraph': {
      const words = <Runs runs={block.runs} />;
      if (block.style === 'quote')
        return (
          <blockquote {...spoken(block)}>
            <p>{words}</p>
          </blockquote>
        );
      return (
        <p {...spoken(block)} class={block.style === 'note' ? 'quiet' : undefined}>
          {number !== null && <span class="passage-number">{number}. </span>}
          {words}
        </p>
      );
    }
    case 'list':
      return <ListWords list={block} />;
    case 'table':
      return <TableWords table={block} />;
    case 'figure':
      return (
        <figure>
          {picture && <img src={picture} alt={block.picture.text} loading="lazy" />}
          <figcaption>
            {block.caption ?? block.picture.text}
            {!block.picture.text && <em class="quiet"> {t('editor.noAlternative')}</em>}
          </figcaption>
        </figure>
      );
    case 'board':
      return <p class="quiet">{block.caption ?? t('editor.keptBlock')}</p>;
    case 'page-break':
      return <p class="quiet">{t('editor.pageBreak')}</p>;
  }
}

function ListWords({ list }: { list: List }) {
  const items = list.items.map(({ runs, list: inner }, index) => (
    <li key={index}>
      <Runs runs={runs} />
      {inner && <ListWords list={inner} />}
    </li>
  ));
  if (list.kind === 'bullets') return <ul {...spoken(list)}>{items}</ul>;
  return (
    <ol {...spoken(list)} type={list.kind === 'letters' ? 'a' : undefined} start={list.start}>
      {items}
    </ol>
  );
}

function TableWords({ table }: { table: TableBlock }) {
  const { t } = usePage();
  return (
    <Wide label={table.caption ?? t('prose.table')}>
      <table>
        {table.caption && <caption>{table.caption}</caption>}
        <thead>
          <tr>
            {table.columns.map(({ label, align }, index) => (
              <th key={index} scope="col" class={align === 'end' ? 'number' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={table.columns[column]?.align === 'end' ? 'number' : undefined}>
                  <Runs runs={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

const Runs = ({ runs }: { runs: readonly Run[] }) => (
  <>
    {runs.map((run, index) => (
      <RunWords key={index} run={run} />
    ))}
  </>
);

function RunWords({ run }: { run: Run }) {
  const { text, bold, italic, link, footnote, see } = run;
  let words = <>{see ? text || '#' : text}</>;
  if (bold) words = <strong>{words}</strong>;
  if (italic) words = <em>{words}</em>;
  if (link && /^(https?:|mailto:)/i.test(link))
    words = (
      <a href={link} rel="noopener">
        {words}
      </a>
    );
  if (run.language) words = <span {...spoken(run)}>{words}</span>;
  return (
    <>
      {words}
      {footnote && <small class="quiet"> [{noteText(footnote)}]</small>}
    </>
  );
}

const spoken = ({ language, direction }: { language?: string; direction?: 'ltr' | 'rtl' }) => ({
  lang: language,
  dir: direction ?? (language ? directionOf(language) : undefined),
});
