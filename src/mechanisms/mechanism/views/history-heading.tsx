import { shortNameIn } from '../mechanism-name.js';
import type { Mechanism } from '../mechanism.entity.js';

/** Says on the page of history whose it is. */
export const historyHeading = (mechanism: Mechanism, language: string) => (
  <p class="lead">
    <a href={`/mechanisms/${mechanism.id}`}>
      <bdi>{shortNameIn(mechanism, language)}</bdi>
    </a>
  </p>
);
