/** Saying it instead of typing it: one button, and a sentence when the phone cannot. */
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { signedIn } from '../../people/testing/backend';
import { dropTake, takeOf } from '../outbox';
import { Toasts } from '../ui/Toast';
import { microphone, type Microphone } from './testing/microphone';
import { openVoice, useVoice } from './use-voice';
import { VoiceField } from './VoiceField';

const FORM = 'help:visit:1';
let phone: Microphone;

beforeEach(async () => {
  await signedIn();
  await dropTake(FORM);
  phone = microphone();
});

function Form() {
  return <VoiceField voice={useVoice(FORM)} label="Voice note" />;
}

function open() {
  return render(
    <>
      <Form />
      <Toasts />
    </>,
  );
}

async function tap(name: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${name}`) }));
}

/** The recorder of this phone, once it runs. */
async function begun(nth = 0) {
  await screen.findByRole('timer');
  const recorder = phone.recorders[nth];
  if (!recorder) throw new Error('nothing is being recorded');
  return recorder;
}

function later(ms: number): void {
  const before = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(before + ms);
}

async function words(): Promise<string> {
  return new TextDecoder().decode((await takeOf(FORM))?.bytes);
}

describe('a recording', () => {
  it('begins and ends with a tap, and can be heard before it is saved', async () => {
    open();
    await tap('Say it');
    const recorder = await begun();
    later(24_000);
    recorder.speak('he said ');
    await tap('Stop');
    expect(await screen.findByRole('button', { name: 'Listen 0:24' })).toBeTruthy();
    expect(phone.listening()).toBe(false);
  });

  it('is cut into slices short enough that a killed page loses little', async () => {
    open();
    await tap('Say it');
    const recorder = await begun();
    expect(recorder.slice).toBeLessThanOrEqual(5_000);
    later(3_000);
    recorder.speak('he said ');
    await waitFor(async () => expect(await words()).toBe('he said '));
  });

  it('that a killed page has left is offered again', async () => {
    const first = open();
    await tap('Say it');
    const recorder = await begun();
    later(6_000);
    recorder.speak('he said ');
    await waitFor(async () => expect(await words()).toBe('he said '));
    first.unmount();
    open();
    expect(await screen.findByRole('button', { name: 'Listen 0:06' })).toBeTruthy();
    expect(screen.getByText(/Kept on this phone/)).toBeTruthy();
  });

  it('ends when its screen is left, and the microphone with it', async () => {
    const form = open();
    await tap('Say it');
    await begun();
    expect(phone.listening()).toBe(true);
    form.unmount();
    await waitFor(() => expect(phone.listening()).toBe(false));
  });

  it('does not begin behind the back of somebody who left while the phone asked', async () => {
    let allow: () => void = () => undefined;
    phone.asked = new Promise((resolve) => (allow = resolve));
    const form = open();
    await tap('Say it');
    form.unmount();
    allow();
    await waitFor(() => expect(phone.recorders).toHaveLength(1));
    await waitFor(() => expect(phone.listening()).toBe(false));
  });

  it('keeps no form waiting for a phone that still asks', async () => {
    phone.asked = new Promise(() => undefined);
    const voice = openVoice(FORM);
    void voice.start();
    expect(await voice.finish()).toBeNull();
  });

  it('keeps what was said when the microphone is taken away by a call', async () => {
    open();
    await tap('Say it');
    const recorder = await begun();
    later(9_000);
    recorder.stop('he said');
    expect(await screen.findByRole('button', { name: 'Listen 0:09' })).toBeTruthy();
    expect(await words()).toBe('he said');
  });

  it('is discarded with a way back', async () => {
    open();
    await tap('Say it');
    const recorder = await begun();
    later(9_000);
    recorder.stop('he said');
    await tap('Discard');
    expect(await screen.findByRole('button', { name: 'Say it' })).toBeTruthy();
    await tap('Undo');
    expect(await screen.findByRole('button', { name: 'Listen 0:09' })).toBeTruthy();
  });

  it('stops before the server would call it too large', async () => {
    open();
    await tap('Say it');
    const recorder = await begun();
    later(9_000);
    recorder.speak('x'.repeat(951_000));
    expect(await screen.findByRole('button', { name: 'Listen 0:09' })).toBeTruthy();
  });
});

describe('a phone that cannot', () => {
  it.each([
    ['NotAllowedError', /does not let the browser use the microphone/],
    ['NotFoundError', /No microphone can be used here/],
  ])('(%s) says so, and the form goes on', async (refusal, sentence) => {
    phone.refusal = refusal;
    open();
    await tap('Say it');
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Say it' })).toBeTruthy();
  });

  it('because its browser knows no recorder says so', async () => {
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
    open();
    await tap('Say it');
    expect(await screen.findByText(/No microphone can be used here/)).toBeTruthy();
  });

  it('has no button at all on an insecure address', () => {
    vi.stubGlobal('isSecureContext', false);
    open();
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('hears nothing when the button was tapped twice, and says how it goes', async () => {
    open();
    await tap('Say it');
    await begun();
    await tap('Stop');
    expect(await screen.findByText(/Nothing was heard/)).toBeTruthy();
    expect(await takeOf(FORM)).toBeNull();
  });

  it('has no room keeps what was said until then', async () => {
    open();
    await tap('Say it');
    const recorder = await begun();
    later(3_000);
    recorder.speak('he said ');
    await waitFor(async () => expect(await words()).toBe('he said '));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new Error('the phone is full');
    });
    recorder.speak('and then');
    expect(await screen.findByText(/no room for more sound/)).toBeTruthy();
    expect(await words()).toBe('he said ');
  });
});
