/** Nothing is shared between test files: each makes its own database. This only fails early, with a clear word. */
export default async function globalSetup() {
  if (
    !process.execArgv
      .concat(process.env.NODE_OPTIONS ?? '')
      .join(' ')
      .includes('experimental-vm-modules')
  ) {
    throw new Error('Run the tests with `npm test`: Jest needs NODE_OPTIONS=--experimental-vm-modules here.');
  }
}
