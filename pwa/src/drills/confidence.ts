import { useDraft } from '../kit/outbox';

/** 1 unsure, 2 half, 3 sure: as the check-in asks it. */
export type Confidence = 1 | 2 | 3;

/** How sure somebody is the evening before; kept on this phone until the check-in tells it. */
export function useConfidence(visitId: string) {
  return useDraft<Confidence | null>(`confidence:${visitId}`, null);
}
