/**
 * The outbox (待发送): what a person wrote lies on the phone until the server has it. Nothing in it
 * is ever deleted by a timer, a sign-out or another person; only an answer, or its owner, does that.
 */
export { discard, openForEdit, resolve, sendAgain, waitingFor } from './decisions';
export { onDelivered } from './delivered';
export { openDraft, useDraft, type DraftOf } from './drafts';
export { download, exportUnsent } from './export';
export type { Content, FieldWords, Item, Label, Media, NewItem } from './item';
export { mediaOf } from './items';
export { isOnlyHere } from './only-here';
export { holders } from './order';
export { enqueue, enqueueAll, noteVersion } from './outbox';
export { send, sendNow } from './sender';
export { start } from './start';
export { dropTake, keepSlice, NothingRecorded, takeOf, type Take } from './takes';
export {
  cannotKeep,
  deliveredToday,
  items,
  others,
  pending,
  pendingOf,
  ready,
  waiting,
  type Other,
} from './watch';
