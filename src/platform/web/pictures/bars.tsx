export interface Bar {
  count: number;
  /** The list of what it counts. */
  href?: string;
}

export interface BarRow {
  lead: string;
  /** What the lead means, and where that is said. */
  about?: { href: string; title: string };
  label: string;
  /** One for each series; the first is the whole, the others are parts of it that may overlap. */
  bars: readonly Bar[];
}

export interface BarGroup {
  /** Empty for rows that need no heading of their own. */
  title: string;
  rows: readonly BarRow[];
}

interface BarsProps {
  caption: string;
  /** What the first column holds. */
  subject: string;
  /** Names of the series, four at most. */
  series: readonly string[];
  groups: readonly BarGroup[];
  /** What is said of a row that counts nothing. */
  nothing: string;
}

/** The look of each series: shape and place differ, not only the colour. */
const LOOKS = ['whole', 'part', 'said', 'done'];
const HEIGHT = 7;

/**
 * Counts as bars, in a table that says the same in figures; every figure leads to what it counts. All bars have one
 * scale. The order of the rows is that of their subject and never that of the figures.
 */
export function Bars({ caption, subject, series, groups, nothing }: BarsProps) {
  const most = Math.max(
    1,
    ...groups.flatMap(({ rows }) => rows.flatMap(({ bars }) => bars.map((b) => b.count))),
  );
  return (
    <div class="bars">
      <ul class="legend" aria-hidden="true">
        {series.map((name, index) => (
          <li key={name}>
            <Key look={LOOKS[index]!} /> {name}
          </li>
        ))}
      </ul>
      {groups.map((group) => (
        <table key={group.title} class="bar-table">
          <caption class={group.title ? undefined : 'hidden'}>{group.title || caption}</caption>
          <thead>
            <tr>
              <th scope="col">{subject}</th>
              <td class="bar-picture" />
              {series.map((name, index) => (
                <th key={name} scope="col" class="number">
                  <span class="hidden">{name}</span>
                  <Key look={LOOKS[index]!} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {group.rows.map((row) => (
              <Row key={row.lead} {...{ row, most, nothing }} />
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function Row({ row, most, nothing }: { row: BarRow; most: number; nothing: string }) {
  const [whole] = row.bars;
  const counts = row.bars.some(({ count }) => count > 0);
  const name = (
    <>
      <b>{row.about ? <a {...row.about}>{row.lead}</a> : row.lead}</b>{' '}
      {counts && whole?.href ? <a href={whole.href}>{row.label}</a> : row.label}
    </>
  );
  if (!counts)
    return (
      <tr class="bar-none">
        <th scope="row">{name}</th>
        <td colSpan={row.bars.length + 1}>{nothing}</td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="bar-picture">
        <svg height={HEIGHT * row.bars.length} aria-hidden="true" focusable="false">
          {row.bars.map(({ count }, index) => (
            <Stroke key={index} look={LOOKS[index]!} y={HEIGHT * (index + 0.5)} to={(count / most) * 100} />
          ))}
        </svg>
      </td>
      {row.bars.map(({ count, href }, index) => (
        <td key={index} class="number">
          {href && count > 0 ? <a href={href}>{count}</a> : count}
        </td>
      ))}
    </tr>
  );
}

const Stroke = ({ look, y, to }: { look: string; y: number; to: number }) =>
  to > 0 && <line class={`bar ${look}`} x1="0" x2={`${Math.round(to * 10) / 10}%`} y1={y} y2={y} />;

const Key = ({ look }: { look: string }) => (
  <svg class="bar-key" width="16" height="7" aria-hidden="true" focusable="false">
    <line class={`bar ${look}`} x1="0" x2="16" y1="3.5" y2="3.5" />
  </svg>
);
