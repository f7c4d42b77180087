import { Said } from './text.js';
import type { PreparedBoard } from '../prepared.js';

export const BoardBlock = ({ board: { caption, legend, groups, columns } }: { board: PreparedBoard }) => (
  <figure class="board" style={`--columns:${columns}`}>
    {caption && (
      <figcaption>
        <Said text={caption} />
      </figcaption>
    )}
    {groups.map(({ title, tiles }) => (
      <>
        <p class="group">
          <Said text={title} />
        </p>
        <ul role="list">
          {tiles.map(({ lead, label, figures, muted }) => (
            <li class={muted ? 'muted' : undefined}>
              <p>
                <b>{lead}</b> <Said text={label} />
              </p>
              <dl>
                {figures.map((figure) => (
                  <div>
                    <dt>
                      <Said text={figure.label} />
                    </dt>{' '}
                    <dd>
                      <Said text={figure.value} />
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      </>
    ))}
    {legend && (
      <p class="legend">
        <Said text={legend} />
      </p>
    )}
  </figure>
);
