/** What is being typed survives the page, until it is saved. */
import { beforeEach, expect, it, vi } from 'vitest';
import { failing, openTab, freshPhone, type Tab } from './testing/phone';
import { qihang, xiaoman } from './testing/server';

const phone = freshPhone();
let tab: Tab;

beforeEach(async () => {
  tab = await openTab();
  await tab.signIn(xiaoman.login, 'alongside');
});

function item(draft: string) {
  const path = '/api/v1/visits/1/check-in';
  return { kind: 'check-in', lane: 'visit:1', method: 'PUT' as const, path, body: {}, draft };
}

async function reopened(key: string, by: Tab = tab): Promise<string> {
  const draft = by.openDraft(key, '');
  await expect.poll(() => draft.ready.value).toBe(true);
  draft.close();
  return draft.value.value;
}

it('is kept a moment after the last keystroke and restored in the next page', async () => {
  const draft = tab.openDraft('check-in:1', '');
  draft.value.value = 'too d';
  draft.value.value = 'too dear';
  expect(await tab.db.drafts.count()).toBe(0);
  await vi.advanceTimersByTimeAsync(400);
  await expect.poll(() => tab.db.drafts.count()).toBe(1);
  expect(await reopened('check-in:1', await openTab())).toBe('too dear');
});

it('is handed over when the form is drawn anew in the pause after a keystroke', async () => {
  const draft = tab.openDraft('check-in:1', '');
  draft.value.value = 'too d';
  await draft.keep();
  draft.value.value = 'too dear';
  const anew = tab.openDraft('check-in:1', '');
  draft.close();
  await expect.poll(() => anew.ready.value).toBe(true);
  expect(anew.value.value).toBe('too dear');
});

it('is kept at once when the page goes away', async () => {
  const draft = tab.openDraft('check-in:1', '');
  draft.value.value = 'too dear';
  dispatchEvent(new Event('pagehide'));
  await expect.poll(() => tab.db.drafts.count()).toBe(1);
});

it('is gone when it was saved, also when the last keystroke was not yet written', async () => {
  const draft = tab.openDraft('check-in:1', '');
  draft.value.value = 'too dear';
  await draft.keep();
  draft.value.value = 'too dear, he said';
  await tab.enqueue(item('check-in:1'));
  draft.close();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await reopened('check-in:1')).toBe('');
});

it('stays when saving failed', async () => {
  const draft = tab.openDraft('check-in:1', '');
  draft.value.value = 'too dear';
  failing('items', 'add', 'the phone is full');
  await expect(tab.enqueue(item('check-in:1'))).rejects.toThrow();
  draft.close();
  expect(await reopened('check-in:1')).toBe('too dear');
});

it('belongs to its writer', async () => {
  const draft = tab.openDraft('check-in:1', '');
  draft.value.value = 'too dear';
  draft.close();
  await tab.signOut();
  await tab.signIn(qihang.login, 'alongside');
  expect(await reopened('check-in:1')).toBe('');
});

it('is not laid over what somebody has typed in the meantime', async () => {
  const draft = tab.openDraft('check-in:1', '');
  draft.value.value = 'old';
  await draft.keep();
  draft.close();
  const again = tab.openDraft('check-in:1', '');
  again.value.value = 'new';
  await expect.poll(() => again.ready.value).toBe(true);
  expect(again.value.value).toBe('new');
  again.close();
});

it('can be thrown away, and an empty form is no draft', async () => {
  const draft = tab.openDraft('check-in:1', '');
  draft.value.value = 'too dear';
  await draft.keep();
  await draft.discard();
  expect(await tab.db.drafts.count()).toBe(0);
  expect(phone.server.seen).toEqual([]);
  draft.close();
});
