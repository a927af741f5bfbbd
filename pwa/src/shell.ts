/**
 * The page's side of the service worker: registers it, and lets a new version take over at a moment
 * that disturbs nobody: nothing left to send, no task open, and the app out of sight.
 */
import { others, ready, waiting } from './kit/outbox';
import type { Screen } from './screens';

const WORKER = '/sw.js';

let standing: Screen | null = null;
/** A newer version has taken over; this page is still of the older one. */
let outdated = false;

/** The frame says which screen is open: only a screen of the bar may be reloaded. */
export function standOn(screen: Screen): void {
  standing = screen;
}

export function keepShell(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  let hadWorker = navigator.serviceWorker.controller !== null;
  addEventListener('load', () => void register());
  document.addEventListener('visibilitychange', () => void renewUnseen());
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first version of all takes over a page of its own.
    outdated = hadWorker;
    hadWorker = true;
    void renewUnseen();
  });
}

async function register(): Promise<void> {
  await navigator.serviceWorker.register(trusted(WORKER));
}

/** A busy phone may let the new version take over only when somebody is back: then the next time. */
async function renewUnseen(): Promise<void> {
  if (!isQuiet()) return;
  if (outdated) {
    location.reload();
    return;
  }
  const registration = await navigator.serviceWorker.getRegistration();
  if (isQuiet() && isAllSent()) registration?.waiting?.postMessage('take-over');
}

function isQuiet(): boolean {
  return document.hidden && standing?.nav !== undefined;
}

/** Also what other persons of this phone have not sent: a new version may store items anew. */
function isAllSent(): boolean {
  return ready.value && waiting.value === 0 && others.value.length === 0;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

/** The one script address this page may ever start from code; anything else is refused. */
function trusted(url: string): string {
  const factory = (window as { trustedTypes?: TrustedTypes }).trustedTypes;
  const policy = factory?.createPolicy('alongside-worker', {
    createScriptURL(asked) {
      if (asked !== WORKER) throw new TypeError(asked);
      return asked;
    },
  });
  return policy ? policy.createScriptURL(url) : url;
}
