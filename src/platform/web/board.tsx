export interface Tile {
  lead: string;
  label: string;
  href?: string;
  figures: { label: string; value: number | string }[];
}

export interface TileGroup {
  /** Empty for tiles that need no heading of their own. */
  title: string;
  tiles: Tile[];
}

/** Tiles in groups: a number, a name, and a few counts. No colour means better or worse. */
export function Board({ groups, label }: { groups: TileGroup[]; label: string }) {
  return (
    <div class="board" role="group" aria-label={label}>
      {groups.map((group) => (
        <section key={group.title} class="board-group">
          {group.title && <h3>{group.title}</h3>}
          <ul>
            {group.tiles.map((tile) => (
              <li
                key={tile.lead}
                class={tile.figures.every((figure) => Number(figure.value) === 0) ? 'tile empty' : 'tile'}
              >
                <TileName tile={tile} />
                <dl>
                  {tile.figures.map((figure) => (
                    <div key={figure.label}>
                      <dt>{figure.label}</dt>
                      <dd>{figure.value}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function TileName({ tile }: { tile: Tile }) {
  const name = (
    <>
      <span class="tile-lead">{tile.lead}</span> <span class="tile-label">{tile.label}</span>
    </>
  );
  return tile.href ? (
    <a class="tile-name" href={tile.href}>
      {name}
    </a>
  ) : (
    <span class="tile-name">{name}</span>
  );
}
