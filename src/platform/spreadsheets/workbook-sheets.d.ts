import type { LIMITS, Sheet } from './spreadsheet.js';

export function sheetsOf(data: Uint8Array, limits: typeof LIMITS): Sheet[];
