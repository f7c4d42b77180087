import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'data'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  // Catalogues of facts are looked up, not read through.
  { files: ['**/*.data.ts', 'migrations/**', 'test/**'], rules: { 'max-lines': 'off' } },
  {
    // The only reader of the environment is platform/config.ts (design section 5).
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/platform/config.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read platform/config.ts.' },
      ],
    },
  },
  {
    // A repository, manager or data source of one's own goes round the transaction of the unit of work.
    files: ['src/**'],
    ignores: ['src/platform/database/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@nestjs/typeorm',
          importNames: ['InjectRepository', 'InjectEntityManager', 'InjectDataSource'],
          message:
            'It goes round the transaction: use UnitOfWork, run() to change rows and read to see them.',
        },
      ],
    },
  },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['src/cli.ts', 'src/commands/**', 'scripts/**', 'bench/**', 'test/support/**', 'src/demo/**'],
    rules: { 'no-console': 'off' },
  },
);
