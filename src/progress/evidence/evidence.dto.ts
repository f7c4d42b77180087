import { Text } from '../../platform/http/fields.js';
import { WebAddress } from '../../platform/http/address-fields.js';

export class EvidenceLinkInput {
  @Text(200) title!: string;
  @WebAddress() url!: string;
}
