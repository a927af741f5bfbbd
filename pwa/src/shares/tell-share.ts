/** Telling a share: its words, and what was said to its parts. Kept on the phone first. */
import { enqueueAll, type NewItem } from '../kit/outbox';
import { dropUnsaid } from '../kit/voice/saved-note';
import { formOf, partsOf } from './parts';
import { addresses } from './remote';
import { ofShare, shareDraft } from './share-actions';
import { soundItems, spokenIn, type Wishes } from './sounds';
import type { PartsForm, ShareDetail } from './wire';

/** Tells what was begun, or puts right what was told; what was said to its parts follows by itself. */
export async function tellShare(
  share: ShareDetail,
  form: PartsForm,
  wishes: Wishes,
): Promise<void> {
  const { id, kind, state, version } = share;
  const draft = shareDraft(id);
  const [sound, ...sounds] = soundItems(id, wishes);
  if (sound && state === 'published' && isAsTold(share, form)) {
    await enqueueAll([{ ...sound, draft }, ...sounds]);
  } else {
    const parts = partsOf(kind, form, spokenIn(share, wishes));
    const body = { words: form.words.trim(), parts };
    const ofWords = { ...ofShare(id, kind), draft, body };
    const words: NewItem =
      state === 'published'
        ? { ...ofWords, method: 'PATCH', path: addresses.share(id), ifMatch: `"${version}"` }
        : { ...ofWords, method: 'PUT', path: addresses.publication(id) };
    await enqueueAll([words, ...(sound ? [sound] : []), ...sounds]);
  }
  for (const wish of wishes.values()) await dropUnsaid(wish);
}

/** Only what was said has changed: no word of it is put right. */
function isAsTold({ kind, words, parts }: ShareDetail, form: PartsForm): boolean {
  const written = (of: PartsForm) => JSON.stringify([of.words.trim(), partsOf(kind, of)]);
  return written(form) === written(formOf(words, parts));
}
