/** The only file of shares that knows addresses. */
import { api, got } from '../kit/api/client';
import { remember, useResource, type Resource } from '../kit/cache';
import type {
  Case,
  CaseChange,
  CaseDetail,
  CaseDraft,
  CaseNew,
  MyCaseUse,
  PageOf,
  Share,
  ShareDetail,
  ShareKind,
  Suggested,
  TapKind,
  Tried,
  Try,
} from './wire';

const SHARES = '/api/v1/shares';
const CASES = '/api/v1/cases';
const TRIES = '/api/v1/tries';

export const addresses = {
  shares: SHARES,
  share: (id: string) => `${SHARES}/${id}`,
  publication: (id: string) => `${SHARES}/${id}/publication`,
  voiceNote: (id: string, note: string) => `${SHARES}/${id}/voice-notes/${note}`,
  offer: (id: string) => `${SHARES}/${id}/offer`,
  tap: (id: string, kind: TapKind) => `${SHARES}/${id}/taps/${kind}`,
  use: (id: string, visit: string) => `${CASES}/${id}/uses/${visit}`,
  scene: (id: string) => `${CASES}/${id}/scene`,
  try: (id: string) => `${TRIES}/${id}`,
  tryWord: (id: string) => `${TRIES}/${id}/word`,
};

/** They begin alike, so that one word reads all of them again. */
export const SHARE_READS = 'shares:';
export const CASE_READS = 'cases:';
export const TRY_READS = 'tries:';

export function readShares(
  kind: ShareKind | null,
  cursor: string | null = null,
  from: string | null = null,
): Promise<PageOf<Share>> {
  const query = {
    ...(kind && { kind }),
    ...(cursor !== null && { cursor }),
    ...(from !== null && { from }),
  };
  return got(api.GET('/api/v1/shares', { params: { query } }));
}

/** The newest first. */
export function useShares(kind: ShareKind | null): Resource<PageOf<Share>> {
  return useResource(`${SHARE_READS}${kind ?? 'all'}`, () => readShares(kind));
}

/** What was told from that day on. */
export function useSharesOf(day: string): Resource<PageOf<Share>> {
  return useResource(`${SHARE_READS}since:${day}`, () => readShares(null, null, day));
}

/** What was begun for me or by me, and nobody was told. */
export function useBegun(): Resource<PageOf<Share>> {
  const query = { state: ['prompted' as const, 'draft' as const] };
  return useResource(`${SHARE_READS}begun`, () =>
    got(api.GET('/api/v1/shares', { params: { query } })),
  );
}

export function useShare(id: string): Resource<ShareDetail> {
  const params = { path: { share_id: id } };
  return useResource(`${SHARE_READS}one:${id}`, () =>
    got(api.GET('/api/v1/shares/{share_id}', { params })),
  );
}

export function useCaseDraft(share: string): Resource<CaseDraft> {
  const params = { path: { share_id: share } };
  return useResource(`${SHARE_READS}draft:${share}`, () =>
    got(api.GET('/api/v1/shares/{share_id}/case-draft', { params })),
  );
}

export function curate(given: CaseNew): Promise<CaseDetail> {
  return got(api.POST('/api/v1/cases', { body: given }));
}

export interface CasesAsked {
  q: string;
  objection: string;
  skill: string;
  industry: string;
  due: boolean;
}

export function readCases(asked: CasesAsked, cursor: string | null = null): Promise<PageOf<Case>> {
  const { q, objection, skill, due } = asked;
  const industry = asked.industry.trim();
  const query = {
    ...(q && { q }),
    ...(objection && { objection }),
    ...(skill && { skill }),
    ...(industry && { industry }),
    ...(due && { due }),
    ...(cursor !== null && { cursor }),
  };
  return got(api.GET('/api/v1/cases', { params: { query } }));
}

export function useCases(asked: CasesAsked): Resource<PageOf<Case>> {
  return useResource(`${CASE_READS}${JSON.stringify(asked)}`, () => readCases(asked));
}

export function useCase(id: string): Resource<CaseDetail> {
  const params = { path: { case_id: id } };
  return useResource(`${CASE_READS}one:${id}`, () =>
    got(api.GET('/api/v1/cases/{case_id}', { params })),
  );
}

export function check(id: string): Promise<CaseDetail> {
  const params = { path: { case_id: id } };
  return got(api.PUT('/api/v1/cases/{case_id}/check', { params, body: {} }));
}

export function changeCase(id: string, version: number, body: CaseChange): Promise<CaseDetail> {
  const params = { path: { case_id: id }, header: { 'if-match': `"${version}"` } };
  return got(api.PATCH('/api/v1/cases/{case_id}', { params, body }));
}

export function retire(id: string, version: number): Promise<CaseDetail> {
  return changeCase(id, version, { retired: true });
}

/** Who used what I told, and how it went. */
export function useMyCaseUses(): Resource<PageOf<MyCaseUse>> {
  return useResource(`${CASE_READS}mine`, () => got(api.GET('/api/v1/me/case-uses')));
}

export function useSuggested(visit: string): Resource<{ cases: Suggested[] }> {
  return useResource(`${CASE_READS}for:${visit}`, () =>
    got(api.GET('/api/v1/cases/suggested', { params: { query: { visit } } })),
  );
}

/** My visits of the last days: where a case can have been used. */
export function lastVisits(rep: string, since: string) {
  const query = { rep, from: since };
  return remember(`${CASE_READS}visits:${since}`, () =>
    got(api.GET('/api/v1/visits', { params: { query } })),
  );
}

/** What I want to try, the latest first. */
export function useMyTries(): Resource<PageOf<Try>> {
  return useResource(`${TRY_READS}mine`, () => got(api.GET('/api/v1/me/tries')));
}

/** Who tries what I told, and what came of it. */
export function useTried(): Resource<PageOf<Tried>> {
  return useResource(`${TRY_READS}of-mine`, () => got(api.GET('/api/v1/me/tried')));
}
