import type { Mechanism } from '../mechanism.entity.js';

/** Says on the page of history whose it is. */
export const historyHeading = ({ id, shortName }: Mechanism) => (
  <p class="lead">
    <a href={`/mechanisms/${id}`}>
      <bdi>{shortName}</bdi>
    </a>
  </p>
);
