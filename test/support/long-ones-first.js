import Sequencer from '@jest/test-sequencer';

/** The longest first. Begun last, one of them would leave the other worker with nothing to do. */
const LONG = ['browser/pages', 'confidentiality/', 'house/', 'commands/', 'reminders/', 'exchange/'];

/** Without figures of an earlier run Jest goes by the size of the files, which says little here. */
export default class LongOnesFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => LONG.findIndex((part) => path.includes(`/test/${part}`)) >>> 0;
    return super.sort(tests).sort((one, other) => place(one) - place(other));
  }
}
