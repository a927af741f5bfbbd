/** What was told of a visit has arrived: whatever shows it is read again. */
import { refresh } from '../kit/cache';
import { onDelivered } from '../kit/outbox';
import { KINDS, noteLane, visitLane } from './kinds';
import { noteArrival } from './known';

for (const kind of [KINDS.visit, KINDS.checkIn, KINDS.move, KINDS.cancellation]) {
  onDelivered(kind, async ({ lane }) => {
    noteArrival(lane.slice(visitLane('').length));
    await Promise.all([refresh(lane), refresh('today:'), refresh('visits-of:')]);
  });
}

onDelivered(KINDS.voiceNote, async ({ lane }) => {
  const visit = visitLane(lane.slice(noteLane('').length));
  await Promise.all([refresh(visit), refresh('visits-of:')]);
});
