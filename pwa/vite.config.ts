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
    // Every browser that reads our module script also knows modulepreload.
    modulePreload: { polyfill: false },
    // Read by scripts/budgets.ts, to know which files a screen needs.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [shellChunk] },
        // The service worker names every file, and has a budget of its own.
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
