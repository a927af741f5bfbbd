/** What this phone has read besides the deck. Reactive. */
import { sheetRead } from '../clients/remote';
import { meRead } from '../people/me-remote';
import { knownVisit } from '../visits/known';
import type { PhoneKnows } from './deck-unsent';

export const thisPhone: PhoneKnows = {
  visit: knownVisit,
  sheet: (client) => sheetRead(client).value,
  bigOrder: () => meRead().value?.organisation.big_order,
};
