/** What a person does with a form: looks, types, presses. */
import { fireEvent, render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import type { FunctionComponent } from 'preact';

export function open(screenOf: FunctionComponent, address: string): void {
  history.replaceState(null, '', address);
  const Content = screenOf;
  render(
    <LocationProvider>
      <Content />
    </LocationProvider>,
  );
}

export function type(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

export function choose(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

export function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

export function valueOf(label: string): string {
  return screen.getByLabelText<HTMLInputElement>(label).value;
}
