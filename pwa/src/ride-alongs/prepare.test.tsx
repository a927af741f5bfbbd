/** The focus of a day side by side begins with what was agreed on; the apprentice may choose another. */
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { expect, it } from 'vitest';
import { promise } from '../commitments/testing/promise';
import { playbookRead } from '../clients/remote';
import { items } from '../kit/outbox';
import { page, signedIn } from '../people/testing/backend';
import { PrepareCard } from './PrepareCard';
import { dayAtHand } from './at-hand';
import { APPRENTICE, aRide } from './testing/rides';

const skill = (key: string, en: string) => ({
  ...{ id: key, key, name: { en, zh: en }, behaviours: [], version: 1 },
});

async function prepare(): Promise<void> {
  const server = await signedIn();
  server.answers = {
    'GET /playbook': {
      skills: [skill('opening', 'Opening'), skill('objections', 'Objections')],
      objection_types: [],
    },
    'GET /commitments': page([promise({ skill_key: 'objections' })]),
  };
  await playbookRead().reload();
  render(
    <LocationProvider>
      <PrepareCard day={dayAtHand(aRide(), [], APPRENTICE)} />
    </LocationProvider>,
  );
}

it('opens on the skill that was promised, with the promise beside it', async () => {
  await prepare();
  await screen.findByText(/先问再报价/);
  expect(screen.getByLabelText<HTMLInputElement>('Objections').checked).toBe(true);
});

it('sends the one that was chosen instead', async () => {
  await prepare();
  await screen.findByText(/先问再报价/);
  fireEvent.click(screen.getByLabelText('Opening'));
  for (const field of screen.getAllByRole('textbox')) {
    fireEvent.input(field, { target: { value: '帮我看开场' } });
  }
  fireEvent.click(screen.getByRole('button', { name: 'Ready' }));
  await waitFor(() => expect(items.value[0]?.body).toMatchObject({ focus_skill_key: 'opening' }));
});
