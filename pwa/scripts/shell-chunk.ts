/**
 * Which modules come with the shell. Today is where most people arrive, so what it shares with other
 * screens is fetched on the way anyway; and what many screens need is fetched once, early, and makes
 * each of them open sooner. What only one screen needs stays with it.
 */
import type { Rolldown } from 'vite';

const ARRIVAL = '/src/today/Today.tsx';
/**
 * Screens that are opened now and then, some of them by those who keep the organisation: a rep’s first
 * screen does not carry what only they share.
 */
const KEEPING = new RegExp(
  '/src/((organisation|deals|playbook|people|goals|commitments|help-requests|reviews|ride-alongs|training' +
    '|growth|pulse|loops)/|visits/Rules)',
);
/** What Today and others fetch a moment after they are shown, or once asked: it waits for nothing in the shell. */
const LATER =
  /\/src\/(help-requests\/|goals\/(figures|remote)|origins\/|kit\/(voice\/|ui\/(Why|words-of-why)\.))/;
/** The check-in is opened by everybody after each visit: its words and rules come along. */
const CHECK_IN = /\/src\/visits\/(words-of-check-in|label)\.ts$/;
const TABLE = '/src/screens.ts';
/** So many screens; fewer would make the first screen heavier than its budget (npm run budgets). */
const MANY = 5;

export const shellChunk: Rolldown.CodeSplittingGroup = {
  debugName: 'shell',
  name: (id, graph) =>
    CHECK_IN.test(id) || (!LATER.test(id) && isShared(whoNeeds(id, graph))) ? 'shell' : null,
};

interface Needed {
  byTheEntry: boolean;
  /** Needed to show Today, not only for a part that it fetches later. */
  onArrival: boolean;
  /** Needed to show at least one screen; else it is a part that is fetched later, whoever asks for it. */
  atOnce: boolean;
  byScreens: string[];
}

function isShared({ byTheEntry, onArrival, atOnce, byScreens }: Needed): boolean {
  const daily = byScreens.filter((screen) => !KEEPING.test(screen));
  if (!byTheEntry && !atOnce) return false;
  return byTheEntry || (onArrival && byScreens.length > 1) || daily.length >= MANY;
}

/**
 * Follows the imports back to the screens, each of which is fetched when it is first opened. A part
 * that its screen fetches later belongs to that screen.
 */
function whoNeeds(id: string, graph: Rolldown.ChunkingContext): Needed {
  const needed: Needed = { byTheEntry: false, onArrival: false, atOnce: false, byScreens: [] };
  const atOnce = new Set([id]);
  for (const at of atOnce) {
    const module = graph.getModuleInfo(at);
    if (module?.isEntry) needed.byTheEntry = true;
    if (at.endsWith(ARRIVAL)) needed.onArrival = true;
    if (module?.dynamicImporters.some((importer) => importer.endsWith(TABLE))) needed.atOnce = true;
    for (const importer of module?.importers ?? []) atOnce.add(importer);
  }
  const passed = new Set([id]);
  for (const at of passed) {
    const module = graph.getModuleInfo(at);
    if (!module) continue;
    const isScreen = module.dynamicImporters.some((importer) => importer.endsWith(TABLE));
    if (isScreen) needed.byScreens.push(at);
    const importers = isScreen ? [] : module.dynamicImporters;
    for (const importer of [...module.importers, ...importers]) passed.add(importer);
  }
  return needed;
}
