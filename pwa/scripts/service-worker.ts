/**
 * Builds the service worker on its own after the app, and tells it which files are the shell.
 * Own code instead of a plugin: a generated worker is ten times our budget of 2 KB.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, type Plugin } from 'vite';

/** As `chunkFileNames` in vite.config.ts writes them: without the rest the worker names them in half the bytes. */
const CHUNK = /^assets\/([\w-]{7})\.js$/;
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
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: {
          __FILES__: JSON.stringify(others(files)),
          __CHUNKS__: JSON.stringify(files.map((file) => CHUNK.exec(file)?.[1] ?? '').join('')),
          __VERSION__: JSON.stringify(contentDigest(out, files)),
        },
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

function others(files: string[]): string[] {
  return files.filter((file) => !CHUNK.test(file)).map((file) => `/${file}`);
}

function contentDigest(folder: string, files: string[]): string {
  const digest = createHash('sha256');
  for (const file of files) digest.update(file).update(readFileSync(join(folder, file)));
  return digest.digest('hex').slice(0, 12);
}
