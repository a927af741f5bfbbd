import { act, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lang } from '../i18n/lang';
import { Ava } from './Ava';
import { Row, Rows } from './Card';
import { Empty } from './Empty';
import { Sheet } from './Sheet';
import { Skeleton } from './Skeleton';
import { Said, languageOf } from './Talk';
import { Toasts, say } from './Toast';

beforeEach(() => {
  lang.value = 'en';
});

function wait(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

describe('a sheet', () => {
  function Question() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Not tonight
        </button>
        <Sheet open={open} title="When instead?" onClose={() => setOpen(false)}>
          <button type="button" onClick={() => setOpen(false)}>
            Tomorrow
          </button>
        </Sheet>
      </>
    );
  }

  function opened(): HTMLDialogElement {
    render(<Question />);
    const opener = screen.getByRole('button', { name: 'Not tonight' });
    opener.focus();
    fireEvent.click(opener);
    return screen.getByRole('dialog', { name: 'When instead?' });
  }

  it('is a modal dialog with its question as the name', () => {
    expect(opened().open).toBe(true);
  });

  it('closes with Escape', () => {
    fireEvent(opened(), new Event('close'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('closes with a tap beside it, not with a tap on it', () => {
    const dialog = opened();
    vi.spyOn(dialog, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 400, 390, 444));
    fireEvent.click(dialog, { clientX: 100, clientY: 500 });
    expect(screen.queryByRole('dialog')).not.toBeNull();
    fireEvent.click(dialog, { clientX: 100, clientY: 50 });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('gives the focus back to what opened it', () => {
    opened();
    fireEvent.click(screen.getByRole('button', { name: 'Tomorrow' }));
    expect(document.activeElement?.textContent).toBe('Not tonight');
  });
});

describe('a toast', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => {
      wait(10_000);
      vi.useRealTimers();
    };
  });

  it('is read out, and goes after six seconds', () => {
    render(<Toasts />);
    act(() => say('Discarded'));
    expect(screen.getByRole('status').textContent).toContain('Discarded');
    wait(5_900);
    expect(screen.queryByText('Discarded')).not.toBeNull();
    wait(200);
    expect(screen.queryByText('Discarded')).toBeNull();
  });

  it('stays while somebody is on their way to Undo', () => {
    render(<Toasts />);
    act(() => say('Discarded', () => undefined));
    fireEvent.focusIn(screen.getByRole('button', { name: 'Undo' }));
    wait(20_000);
    expect(screen.queryByText('Discarded')).not.toBeNull();
    fireEvent.focusOut(screen.getByRole('button', { name: 'Undo' }));
    wait(6_100);
    expect(screen.queryByText('Discarded')).toBeNull();
  });

  it('takes back what was done, once', () => {
    const undo = vi.fn();
    render(<Toasts />);
    act(() => say('Discarded', undo));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Discarded')).toBeNull();
  });
});

it('a skeleton shows nothing for a list that comes at once', () => {
  vi.useFakeTimers();
  render(<Skeleton />);
  wait(250);
  expect(screen.queryByRole('list')).toBeNull();
  wait(100);
  expect(screen.getByRole('list', { name: 'Loading' }).getAttribute('aria-busy')).toBe('true');
  vi.useRealTimers();
});

it('a row that leads somewhere is a link as a whole', () => {
  render(
    <Rows>
      <Row href="/clients/1" title="Qinghe Pet Goods" meta="two answers missing" current />
    </Rows>,
  );
  const link = screen.getByRole('link', { name: /Qinghe Pet Goods.*two answers missing/ });
  expect(link.getAttribute('aria-current')).toBe('true');
});

it('an empty list says what to do next', () => {
  render(<Empty title="Nothing planned yet" action={<a href="/visits/new">Plan a visit</a>} />);
  expect(screen.getByRole('link', { name: 'Plan a visit' })).toBeTruthy();
});

it('an avatar is silent beside a name, and named where it is a link', () => {
  render(
    <>
      <Ava name="林小满" />
      <Ava name="Lin Xiaoman" href="/me" label="LX, me" />
    </>,
  );
  expect(screen.getByText('小满').getAttribute('aria-hidden')).toBe('true');
  expect(screen.getByRole('link', { name: 'LX, me' }).textContent).toBe('LX');
});

it("the client's words carry the language they were spoken in", () => {
  render(<Said lang={languageOf('做过一年')}>做过一年</Said>);
  expect(screen.getByText('做过一年').lang).toBe('zh-CN');
});
