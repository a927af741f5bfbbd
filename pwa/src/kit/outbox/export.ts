import { me, ownerOf } from '../api/person';
import { fullName } from '../i18n/names';
import type { Item } from './item';
import { itemsOf, mediaOf } from './items';

/** Everything of the person of this phone that has not arrived, readable without Alongside. */
export async function exportUnsent(): Promise<File | null> {
  const person = me.peek();
  if (!person) return null;
  const items = await itemsOf(ownerOf(person));
  const unsent = {
    what: 'Alongside: items that have not been sent',
    person: { login: person.login, name: fullName(person) },
    exported_at: new Date().toISOString(),
    items: await Promise.all(items.map(readable)),
  };
  const name = `alongside-${person.login}-${unsent.exported_at.slice(0, 10)}.json`;
  return new File([JSON.stringify(unsent, null, 2)], name, { type: 'application/json' });
}

/** Hands the file to the browser's own download. */
export function download(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function readable(item: Item) {
  const media = item.hasMedia ? await mediaOf(item.id) : undefined;
  return {
    kind: item.kind,
    record: item.lane,
    client: item.label.client ?? null,
    saved_at: new Date(item.savedAt).toISOString(),
    state: item.state,
    answer: item.problem?.detail ?? null,
    request: { method: item.method, path: item.path, body: item.body },
    media: media ? { type: media.type, base64: base64(media.bytes) } : null,
  };
}

function base64(bytes: ArrayBuffer): string {
  const text = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte));
  return btoa(text.join(''));
}
