import { defineConfig } from 'vitest/config';
import { serviceWorker } from './scripts/service-worker.ts';
import { shellChunk } from './scripts/shell-chunk.ts';

export default defineConfig({
  plugins: [serviceWorker()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // light-dark() stays as written; lowering it would double the sheet.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    // The lists of what each screen imports would weigh 2.4 KB on the first one. A screen asks for them itself, and
    // after the first visit the service worker has all of them.
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
    // Read by scripts/budgets.ts, to know which files a screen needs.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [shellChunk] },
        // The first screen names the file of every other one.
        chunkFileNames: 'assets/[hash:7].js',
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8000' } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
  },
});
