import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', 'src/kit/api/schema.d.ts']),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // Numbers read well inside a sentence; objects and undefined still do not pass.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // () => send() as an event handler is plain; a value nobody uses does no harm there.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Preact ignores what an event handler returns, so an async one is fine.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      // With a plain function act() works at once; only with an async one is there a promise.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'act', package: 'preact' }] },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Trusted Types refuse it; render with Preact.' },
        { property: 'outerHTML', message: 'Trusted Types refuse it; render with Preact.' },
        { object: 'navigator', property: 'geolocation', message: 'No location, ever.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Trusted Types refuse it; render with Preact.',
        },
      ],
    },
  },
  {
    files: ['eslint.config.js'],
    extends: [ts.configs.disableTypeChecked],
  },
);
