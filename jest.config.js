/**
 * Tests run in bare Node, in the process of Jest (jest-light-runner): the product's modules are loaded once for all files,
 * and not once for each. So a file cleans up after itself, and none mocks a module. Started by scripts/test.mjs.
 */
export default {
  runner: 'jest-light-runner',
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx', '**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: process.env.BROWSER ? [] : ['<rootDir>/test/browser/'],
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  testSequencer: '<rootDir>/test/support/parts.js',
  reporters: ['default', '<rootDir>/test/support/runner/standstill.js'],
};
