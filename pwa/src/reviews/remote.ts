/** The only file of reviews that knows addresses. */
import { api, got } from '../kit/api/client';
import { refresh, remember, useResource, type Resource } from '../kit/cache';
import type {
  BankQuestion,
  ClientCard,
  Counts,
  PageOf,
  Review,
  ReviewCard,
  Series,
  SeriesChange,
  SeriesNew,
  Taps,
} from './wire';

const REVIEWS = '/api/v1/reviews';

export const addresses = {
  part: (id: string) => `${REVIEWS}/${id}/pre-read`,
  notes: (id: string) => `${REVIEWS}/${id}/preparation-notes`,
  session: (id: string) => `${REVIEWS}/${id}/session`,
  answer: (id: string, key: string) => `${REVIEWS}/${id}/answers/${key}`,
  promises: (id: string) => `${REVIEWS}/${id}/commitments`,
  agreement: (id: string) => `${REVIEWS}/${id}/agreement`,
  day: (id: string) => `${REVIEWS}/${id}/day`,
  skip: (id: string) => `${REVIEWS}/${id}/skip`,
  proposal: (id: string) => `${REVIEWS}/${id}/proposal`,
  outcome: (id: string) => `/api/v1/commitments/${id}/outcome`,
};

/** Where the lists are remembered, and one review. */
export const LISTS = 'reviews:';
export const ONE = 'review:';

export type Which = 'open' | 'closed';

export function readReviews(
  which: Which,
  cursor: string | null = null,
): Promise<PageOf<ReviewCard>> {
  const query = { state: which, ...(cursor !== null && { cursor }) };
  return got(api.GET('/api/v1/reviews', { params: { query } }));
}

export function useReviews(which: Which): Resource<PageOf<ReviewCard>> {
  return useResource(`${LISTS}${which}`, () => readReviews(which));
}

export function reviewRead(id: string): Resource<Review> {
  const path = { review_id: id };
  return remember(`${ONE}${id}`, () =>
    got(api.GET('/api/v1/reviews/{review_id}', { params: { path } })),
  );
}

const ALL_OF_A_REP = 100;

export function readClientsOf(owner: string): Promise<PageOf<ClientCard>> {
  const query = { owner, limit: ALL_OF_A_REP };
  return got(api.GET('/api/v1/clients', { params: { query } }));
}

/** Freezes the facts when this is the first look at them; without a network they wait. */
export async function openFacts(id: string): Promise<void> {
  const path = { review_id: id };
  await got(api.PUT('/api/v1/reviews/{review_id}/snapshot', { params: { path } }));
  await refresh(`${ONE}${id}`);
}

/** Who has agreed: for a page that waits for somebody's tap. */
export function readTaps(id: string): Promise<Taps> {
  const path = { review_id: id };
  return got(api.GET('/api/v1/reviews/{review_id}/agreement', { params: { path } }));
}

export function useCounts(): Resource<Counts> {
  return useResource('review-counts', () => got(api.GET('/api/v1/reviews/counts')));
}

const SERIES = 'review-series';

export function readSeries(cursor: string | null = null): Promise<PageOf<Series>> {
  const query = cursor === null ? {} : { cursor };
  return got(api.GET('/api/v1/review-series', { params: { query } }));
}

export function useSeries(): Resource<PageOf<Series>> {
  return useResource(SERIES, () => readSeries());
}

export async function beginSeries(body: SeriesNew): Promise<Series> {
  const begun = await got(api.POST('/api/v1/review-series', { body }));
  await Promise.all([refresh(SERIES), refresh(LISTS)]);
  return begun;
}

export async function changeSeries(
  series_id: string,
  body: SeriesChange,
  version: number,
): Promise<Series> {
  const params = { path: { series_id }, header: { 'if-match': `"${version}"` } };
  const changed = await got(api.PATCH('/api/v1/review-series/{series_id}', { params, body }));
  await Promise.all([refresh(SERIES), refresh(LISTS)]);
  return changed;
}

const BANK = 'review-questions';

export function useBank(): Resource<{ questions: BankQuestion[] }> {
  return useResource(BANK, () => got(api.GET('/api/v1/review-questions')));
}

export async function changeQuestion(
  key: BankQuestion['key'],
  text: BankQuestion['text'],
  version: number,
): Promise<BankQuestion> {
  const params = { path: { key }, header: { 'if-match': `"${version}"` } };
  const changed = await got(
    api.PATCH('/api/v1/review-questions/{key}', { params, body: { text } }),
  );
  await refresh(BANK);
  return changed;
}
