import { IntersectionType } from '@nestjs/swagger';
import { Text, Version } from '../../platform/http/fields.js';
import { LocalizedText } from '../../platform/http/localized-field.js';
import { Patch } from '../../platform/http/read-input.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { readColour } from './colours.js';

class LookFields {
  /** `#rrggbb`; null for the colour of the product. */
  @Text(7, { optional: true, parse: readColour }) colour!: string | null;
  /** What the logo says, to those who do not see it; null for the name of the mechanism. */
  @LocalizedText(200, { optional: true }) logoText!: Localized | null;
}

class LookVersion {
  @Version() version!: number;
}

/** How a mechanism looks; what is left out stays as it is. */
export class LookChange extends IntersectionType(Patch(LookFields), LookVersion) {}
