/** The only file of shares that knows addresses. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import type { PageOf, Share } from './wire';

const SHARES = '/api/v1/shares';

export const addresses = {
  shares: SHARES,
  share: (id: string) => `${SHARES}/${id}`,
};

export const TIPS = 'tips';

export function readTips(cursor: string | null = null): Promise<PageOf<Share>> {
  const query = { kind: 'tip' as const, ...(cursor !== null && { cursor }) };
  return got(api.GET('/api/v1/shares', { params: { query } }));
}

/** The newest first. */
export function useTips(): Resource<PageOf<Share>> {
  return useResource(TIPS, () => readTips());
}
