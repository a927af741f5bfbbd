type Reread = () => Promise<void>;

const rereads = new Set<Reread>();
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('alongside-items') : null;

/**
 * Called after each commit, never before: who reads then finds what was written. Waits until the
 * lists of this tab have read, so that a screen opened after "saved" shows what was saved.
 */
export async function itemsChanged(): Promise<void> {
  tabs?.postMessage(null);
  await Promise.allSettled([...rereads].map((reread) => reread()));
}

/** For reading again when items were kept, changed or let go, in this tab or another. */
export function onItemsChanged(reread: Reread): () => void {
  const heard = () => void reread();
  rereads.add(reread);
  tabs?.addEventListener('message', heard);
  // A page that slept has heard nothing of the other tabs.
  addEventListener('pageshow', heard);
  return () => {
    rereads.delete(reread);
    tabs?.removeEventListener('message', heard);
    removeEventListener('pageshow', heard);
  };
}
