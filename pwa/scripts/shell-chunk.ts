/**
 * Which modules come with the shell. Today is where most people arrive, so what it shares with other
 * screens is fetched on the way anyway; and what many screens need is fetched once, early, and makes
 * each of them open sooner. What only one screen needs stays with it.
 */
import type { Rolldown } from 'vite';

const ARRIVAL = '/src/today/Today.tsx';
/** So many screens; fewer would make the first screen heavier than its budget (npm run budgets). */
const MANY = 5;

export const shellChunk: Rolldown.CodeSplittingGroup = {
  debugName: 'shell',
  name: (id, graph) => (isShared(whoNeeds(id, graph)) ? 'shell' : null),
};

interface Needed {
  byTheEntry: boolean;
  byScreens: string[];
}

function isShared({ byTheEntry, byScreens }: Needed): boolean {
  const byToday = byScreens.some((screen) => screen.endsWith(ARRIVAL));
  return byTheEntry || (byToday && byScreens.length > 1) || byScreens.length >= MANY;
}

/** Follows the imports back to the screens, each of which is fetched when it is first opened. */
function whoNeeds(id: string, graph: Rolldown.ChunkingContext): Needed {
  const needed: Needed = { byTheEntry: false, byScreens: [] };
  const passed = new Set([id]);
  for (const at of passed) {
    const module = graph.getModuleInfo(at);
    if (!module) continue;
    if (module.isEntry) needed.byTheEntry = true;
    if (module.dynamicImporters.length > 0) needed.byScreens.push(at);
    for (const importer of module.importers) passed.add(importer);
  }
  return needed;
}
