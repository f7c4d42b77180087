import { BrandMark } from '../design/brand.js';
import type { Entry } from './entry.js';

const COLOURS = [
  'ground',
  'surface',
  'sunken',
  'line',
  'accent-soft',
  'right-soft',
  'warning-soft',
  'wrong-soft',
];
const INKS = ['ink', 'quiet', 'accent', 'right', 'warning', 'wrong'];

export const foundations: Entry[] = [
  {
    name: 'Mark and name',
    use: 'once on each page, at its top, leading to where the reader works.',
    not: 'as decoration. It is not stretched, outlined or set in another colour.',
    sample: () => (
      <p class="brand">
        <BrandMark />
        Waymark
      </p>
    ),
  },
  {
    name: 'Type',
    use: 'five sizes: page, title, lead, text, small. Text is set to a width that is read easily (44rem).',
    not: 'for emphasis: a heading follows from the structure of the page, never from its size.',
    sample: ({ say }) => (
      <>
        <p class="guide-page">{say('The page: 28', 'الصفحة: 28')}</p>
        <p class="guide-title">{say('A part of it: 21', 'جزء منها: 21')}</p>
        <p class="lead">{say('What it is about: 18', 'موضوعها: 18')}</p>
        <p>
          {say('Text: 16. ', 'النص: 16. ')}
          <a href="#type">{say('A link says where it leads', 'يقول الرابط إلى أين يؤدي')}</a>
          {', '}
          <a href="#type" class="focus-shown">
            {say('one that has the focus', 'رابط عليه التركيز')}
          </a>
        </p>
        <p class="hint">{say('Small, for what goes without reading: 14', 'صغير: 14')}</p>
      </>
    ),
  },
  {
    name: 'Space',
    use: 'seven steps: 4, 8, 12, 16, 24, 32, 48. What belongs together stands nearer than what does not.',
    sample: () => (
      <div class="guide-row">
        {[1, 2, 3, 4, 5, 6, 7].map((step) => (
          <span key={step} class={`guide-space s${step}`} />
        ))}
      </div>
    ),
  },
  {
    name: 'Colour',
    use: 'by its name, so that both themes follow. The accent marks what can be pressed and where one is.',
    not: 'as the only sign of anything. No colour means that a State, an item or an answer is better than another.',
    sample: () => (
      <div class="guide-row">
        {COLOURS.map((name) => (
          <span key={name} class={`guide-colour ground-${name}`}>
            {name}
          </span>
        ))}
        {INKS.map((name) => (
          <strong key={name} class={`ink-${name}`}>
            {name}
          </strong>
        ))}
      </div>
    ),
  },
];
