/** ESM mode: started with NODE_OPTIONS=--experimental-vm-modules (see the test script). */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx', '**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: process.env.BROWSER ? [] : ['<rootDir>/test/browser/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.tsx?$': ['@swc/jest'] },
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  testSequencer: '<rootDir>/test/support/long-ones-first.js',
  testTimeout: 60_000,
  maxWorkers: 2,
  // Modules of a test file that is done stay in memory: after so many a worker begins anew.
  workerIdleMemoryLimit: '700MB',
};
