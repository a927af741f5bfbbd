/**
 * Builds the service worker on its own after the app, and writes down which files are the shell.
 * Own code instead of a plugin: a generated worker is ten times our budget of 2 KB.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, type Plugin } from 'vite';

const KEPT_OFFLINE = /\.(js|css|html|svg|png|webmanifest)$/;

export function serviceWorker(): Plugin {
  let out = 'dist';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      out = config.build.outDir;
    },
    async closeBundle() {
      const files = shellFiles(out);
      const version = contentDigest(out, files);
      // In a file of its own: the worker keeps its size however many screens there are.
      writeFileSync(join(out, `assets/${version}.json`), JSON.stringify(files));
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: { __VERSION__: JSON.stringify(version) },
        build: {
          outDir: out,
          emptyOutDir: false,
          target: 'es2022',
          lib: {
            entry: 'src/kit/sw/sw.ts',
            formats: ['iife'],
            name: 'worker',
            fileName: () => 'sw.js',
          },
        },
      });
    },
  };
}

function shellFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && KEPT_OFFLINE.test(entry.name) && entry.name !== 'sw.js')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function contentDigest(folder: string, files: string[]): string {
  const digest = createHash('sha256');
  for (const file of files) digest.update(file).update(readFileSync(join(folder, file)));
  return digest.digest('hex').slice(0, 12);
}
