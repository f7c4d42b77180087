/** So long may one file take, in ms: the runner knows no limit for a test. */
const MOST = 10 * 60_000;

/** A reporter of Jest: ends a run in which one file does not end, and names it. */
export default class Standstill {
  onTestFileStart({ path }) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      console.error(`FAIL ${path}: not done after ${MOST / 1000} seconds`);
      process.exit(1);
    }, MOST);
    this.timer.unref();
  }

  onTestFileResult() {
    clearTimeout(this.timer);
  }
}
