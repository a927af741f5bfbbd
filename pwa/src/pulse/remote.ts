/** The only file of the pulse that knows addresses. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import type { Pulse, PulseAnswers } from './wire';

export function usePulse(): Resource<Pulse> {
  return useResource('pulse', () => got(api.GET('/api/v1/pulse')));
}

/** Straight to the server and not by the outbox: what was answered is not to lie on this phone. */
export function answerPulse(month: string, body: PulseAnswers): Promise<Pulse> {
  return got(api.PUT('/api/v1/pulse/{month}', { params: { path: { month } }, body }));
}
