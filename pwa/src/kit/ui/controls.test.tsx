import { fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lang } from '../i18n/lang';
import { Button, IconButton, LinkButton } from './Button';
import { Field } from './Field';
import { close } from './icons';
import { Pick, Picks, Tiles } from './Pick';
import { Seg } from './Seg';

beforeEach(() => {
  lang.value = 'en';
});

describe('a button', () => {
  it('is never disabled, and says what it is doing while it works', () => {
    const save = vi.fn();
    const view = render(
      <Button look="main" busyLabel="Saving…" onClick={save}>
        Save
      </Button>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    view.rerender(
      <Button look="main" busy busyLabel="Saving…" onClick={save}>
        Save
      </Button>,
    );
    const busy = screen.getByRole<HTMLButtonElement>('button', { name: 'Saving…' });
    fireEvent.click(busy);
    expect(busy.disabled).toBe(false);
    expect(busy.getAttribute('aria-busy')).toBe('true');
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('does not send its form a second time while the first is on its way', () => {
    const send = vi.fn((event: Event) => event.preventDefault());
    render(
      <form onSubmit={send}>
        <Button type="submit" busy busyLabel="Sending…">
          Send
        </Button>
      </form>,
    );
    fireEvent.click(screen.getByRole('button'));
    expect(send).not.toHaveBeenCalled();
  });

  it('keeps both its texts in place, so that its width does not jump', () => {
    render(
      <Button busy busyLabel="Sending…">
        Send
      </Button>,
    );
    const texts = screen.getByRole('button').querySelectorAll('.busy > span');
    expect([...texts].map((text) => text.textContent)).toEqual(['Send', 'Sending…']);
  });

  it('has a name even when it shows only an icon', () => {
    render(<IconButton icon={close} label="Close" onClick={() => undefined} />);
    expect(screen.getByRole('button', { name: 'Close' })).toBeTruthy();
  });

  it('is a real link where it leads somewhere', () => {
    render(<LinkButton href="/clients/new">Add a client</LinkButton>);
    const link = screen.getByRole('link', { name: 'Add a client' });
    expect(link.getAttribute('href')).toBe('/clients/new');
  });
});

describe('a pick', () => {
  function Outcome() {
    const [outcome, setOutcome] = useState('');
    const answer = (value: string, label: string) => (
      <Pick
        name="outcome"
        value={value}
        checked={outcome === value}
        onPick={() => setOutcome(value)}
      >
        {label}
      </Pick>
    );
    return (
      <Picks legend="How did it go?" hint="One of these" error={outcome ? undefined : 'Choose one'}>
        <Tiles>
          {answer('advanced', 'Advanced')}
          {answer('stalled', 'Stalled')}
        </Tiles>
      </Picks>
    );
  }

  it('has no default: nothing is chosen until somebody chooses', () => {
    render(<Outcome />);
    const radios = screen.getAllByRole<HTMLInputElement>('radio');
    expect(radios.map((radio) => radio.checked)).toEqual([false, false]);
    expect(screen.getByRole('alert').textContent).toBe('Choose one');
  });

  it('is a real radio: one answer replaces the other', () => {
    render(<Outcome />);
    fireEvent.click(screen.getByLabelText('Stalled'));
    fireEvent.click(screen.getByLabelText('Advanced'));
    expect(screen.getByLabelText<HTMLInputElement>('Advanced').checked).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('Stalled').checked).toBe(false);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is a real checkbox where several answers may hold', () => {
    const pick = vi.fn();
    render(
      <Pick many name="objection" value="price" checked={false} onPick={pick}>
        Too dear
      </Pick>,
    );
    fireEvent.click(screen.getByRole('checkbox', { name: 'Too dear' }));
    expect(pick).toHaveBeenCalledWith(true);
  });
});

it('a segment answers its question with one of its words', () => {
  const change = vi.fn();
  const options = [
    { value: 'yes', label: 'Yes' },
    { value: 'partly', label: 'Partly' },
    { value: 'no', label: 'No' },
  ] as const;
  render(<Seg legend="Asked first" name="asked" options={options} value="no" onChange={change} />);
  expect(screen.getByRole('group', { name: 'Asked first' })).toBeTruthy();
  fireEvent.click(screen.getByLabelText('Partly'));
  expect(change).toHaveBeenCalledWith('partly');
});

describe('a field', () => {
  it('keeps what was typed when it is wrong, and reads out the way to mend it', () => {
    render(
      <Field
        label="Amount"
        name="amount"
        value="about 30k"
        hint="In yuan"
        error="Only figures, please: 30000"
        onInput={() => undefined}
      />,
    );
    const input = screen.getByLabelText<HTMLInputElement>('Amount');
    expect(input.value).toBe('about 30k');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(['In yuan', 'Only figures, please: 30000']);
  });

  it.each([
    ['en', 'zh-CN', 'Monday · 29 Feb 2016 · A day we work'],
    ['zh-CN', 'en-GB', '星期一 · 2016年2月29日 · A day we work'],
    ['en', 'en-GB', 'A day we work'],
  ] as const)('says a chosen day in %s where the device writes %s', (language, device, said) => {
    lang.value = language;
    vi.spyOn(navigator, 'language', 'get').mockReturnValue(device);
    const day = { type: 'date', name: 'day', hint: 'A day we work' } as const;
    const view = render(<Field {...day} label="Day" value="" onInput={vi.fn()} />);
    expect(screen.getByText('A day we work')).toBeTruthy();
    view.rerender(<Field {...day} label="Day" value="2016-02-29" onInput={vi.fn()} />);
    expect(screen.getByText(said)).toBeTruthy();
  });

  it('hands over each letter as it is typed', () => {
    const typed = vi.fn();
    render(<Field label="Keep one" name="keep" value="" lines={2} onInput={typed} />);
    fireEvent.input(screen.getByLabelText('Keep one'), { target: { value: 'He asked first' } });
    expect(typed).toHaveBeenCalledWith('He asked first');
  });
});
