/** What this phone has read besides the deck. Reactive. */
import { clientLane } from '../clients/lanes';
import { clientRead, clientsRead, sheetRead } from '../clients/remote';
import { emptySheet, sheetState } from '../clients/sheet';
import { pending } from '../kit/outbox';
import { meRead } from '../people/me-remote';
import { knownVisit } from '../visits/known';
import type { PhoneKnows, SheetState } from './deck-unsent';

export const thisPhone: PhoneKnows = {
  visit: knownVisit,
  sheet: (client) => sheetRead(client).value ?? unbegun(client),
  answersListed: (client) =>
    clientsRead().value?.items.find(({ id }) => id === client)?.answers_ready,
  bigOrder: () => meRead().value?.organisation.big_order,
};

/** Born here and not sent yet, or read as a client of whom nobody has begun the sheet. */
function unbegun(client: string): SheetState | undefined {
  const isBorn = pending(clientLane(client)).some(({ kind }) => kind === 'client');
  const isEmpty = clientRead(client).value?.sheet.version === 0;
  return isBorn || isEmpty ? { ...sheetState(emptySheet(), 0), questions: [] } : undefined;
}
