import type { ComponentChildren } from 'preact';
import { InEnglish } from '../../../framework/views/catalogue-text.js';

/** Words of the shipped data, which are English, or of an administrator, in whatever language. */
export const Said = ({ entered, children }: { entered: boolean; children: ComponentChildren }) =>
  entered ? <bdi>{children}</bdi> : <InEnglish>{children}</InEnglish>;
