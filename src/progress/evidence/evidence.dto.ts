import { Text, WebAddress } from '../../platform/http/fields.js';

export class EvidenceLinkInput {
  @Text(200) title!: string;
  @WebAddress() url!: string;
}
