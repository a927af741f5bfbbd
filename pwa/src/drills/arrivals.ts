/**
 * What changes an evening has arrived: whatever shows it is read again. Beside the reads, so that
 * nothing is read which nobody would refresh.
 */
import { refresh } from '../kit/cache';
import { onDelivered } from '../kit/outbox';
import { keys } from './keys';

for (const kind of ['drill', 'acknowledgement']) {
  onDelivered(kind, async ({ lane }) => {
    await Promise.all([refresh(lane), refresh(keys.mine)]);
  });
}
// Today says what was recorded for me until I have seen it.
onDelivered('acknowledgement', () => refresh('today:'));
onDelivered('round', async ({ lane, path }) => {
  const drill = /\/drills\/([^/]+)/.exec(path)?.[1];
  await Promise.all([
    refresh(drill ? keys.drill(drill) : lane),
    refresh(keys.mine),
    refresh(keys.deck),
  ]);
});
// What changes a card: what the client said, before and after it was answered; the plan, the sheet.
for (const kind of ['check-in', 'visit', 'move', 'cancellation', 'client-sheet', 'reality-check']) {
  onDelivered(kind, () => refresh(keys.deck));
}
for (const kind of ['postponement', 'partner-wish', 'offer', 'reflection']) {
  onDelivered(kind, () => Promise.all([refresh(`${keys.evening}:`), refresh('team-evening:')]));
}
// What changes the day that lies behind me, and what tonight asks for.
for (const kind of ['check-in', 'reality-check', 'drill', 'round']) {
  onDelivered(kind, () => Promise.all([refresh(`${keys.evening}:`), refresh(`${keys.myDay}:`)]));
}
