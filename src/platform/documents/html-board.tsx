import type { PreparedBoard } from './prepared.js';

export const BoardBlock = ({ board: { caption, legend, groups, columns } }: { board: PreparedBoard }) => (
  <figure class="board" style={`--columns:${columns}`}>
    {caption && <figcaption>{caption}</figcaption>}
    {groups.map(({ title, tiles }) => (
      <>
        <p class="group">{title}</p>
        <ul role="list">
          {tiles.map(({ lead, label, figures, muted }) => (
            <li class={muted ? 'muted' : undefined}>
              <p>
                <b>{lead}</b> {label}
              </p>
              <dl>
                {figures.map((figure) => (
                  <div>
                    <dt>{figure.label}</dt> <dd>{figure.value}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      </>
    ))}
    {legend && <p class="legend">{legend}</p>}
  </figure>
);
