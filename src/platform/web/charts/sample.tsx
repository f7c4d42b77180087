import type { Look } from './chart-option.js';

const DASHES = { solid: undefined, dashed: '6 3', dotted: '2 3' };
const SHAPES: Record<Look['symbol'], string> = {
  circle: 'M7 6a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
  rect: 'M7 2h8v8h-8z',
  triangle: 'M11 2l4.5 8h-9z',
  diamond: 'M11 1l5 5l-5 5l-5 -5z',
};

/** The look of a series beside its name. */
export function Sample({ look }: { look: Look }) {
  return (
    <svg class="sample" viewBox="0 0 22 12" aria-hidden="true" focusable="false">
      {look.stroke && (
        <path
          d="M0 6h22"
          fill="none"
          class={`stroke-${look.ink}`}
          stroke-width="2"
          stroke-dasharray={DASHES[look.stroke]}
        />
      )}
      <path
        d={SHAPES[look.symbol]}
        class={`fill-${look.hollow ? 'surface' : look.ink} stroke-${look.ink}`}
        stroke-width="2"
      />
    </svg>
  );
}
