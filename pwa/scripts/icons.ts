/**
 * Draws the PNG icons in public/ from the two SVG files, with a Chromium found on PATH. Run by hand
 * after the drawing changed: npm run icons
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PUBLIC = join(import.meta.dirname, '..', 'public');

/** Apple rounds the corners itself, so it gets the full-bleed drawing. */
const WANTED = [
  { file: 'icon-192.png', from: 'icon.svg', side: 192 },
  { file: 'icon-512.png', from: 'icon.svg', side: 512 },
  { file: 'maskable-512.png', from: 'icon-maskable.svg', side: 512 },
  { file: 'apple-touch-icon.png', from: 'icon-maskable.svg', side: 180 },
];

const folder = mkdtempSync(join(tmpdir(), 'icons-'));
try {
  for (const { file, from, side } of WANTED) {
    draw(join(PUBLIC, from), side, join(PUBLIC, file));
    console.log(`public/${file}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function draw(svg: string, side: number, png: string): void {
  const page = join(folder, 'page.html');
  const source = pathToFileURL(svg).href;
  writeFileSync(
    page,
    `<body style="margin:0"><img src="${source}" width="${side}" height="${side}" style="display:block">`,
  );
  execFileSync(
    process.env['CHROMIUM'] ?? 'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--allow-file-access-from-files',
      '--default-background-color=00000000',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--window-size=${side},${side}`,
      `--screenshot=${png}`,
      pathToFileURL(page).href,
    ],
    { stdio: 'ignore' },
  );
}
