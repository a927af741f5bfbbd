/** The only file of pair interviews that knows addresses. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import type { Counts, Interview, InterviewDetail, PageOf } from './interviews-wire';

const INTERVIEWS = '/api/v1/pair-interviews';

export const addresses = {
  worksheet: (id: string) => `${INTERVIEWS}/${id}/worksheet`,
  takeaway: (id: string) => `${INTERVIEWS}/${id}/takeaway`,
  day: (id: string) => `${INTERVIEWS}/${id}/day`,
};

/** They begin alike, so that one word reads all of them again. */
export const INTERVIEW_READS = 'pair-interviews:';

export function readInterviews(cursor: string | null = null): Promise<PageOf<Interview>> {
  const query = cursor === null ? {} : { cursor };
  return got(api.GET('/api/v1/pair-interviews', { params: { query } }));
}

export function useInterviews(): Resource<PageOf<Interview>> {
  return useResource(`${INTERVIEW_READS}mine`, () => readInterviews());
}

export function useInterview(id: string): Resource<InterviewDetail> {
  const path = { interview_id: id };
  return useResource(`${INTERVIEW_READS}one:${id}`, () =>
    got(api.GET('/api/v1/pair-interviews/{interview_id}', { params: { path } })),
  );
}

export function useInterviewCounts(): Resource<Counts> {
  return useResource(`${INTERVIEW_READS}counts`, () =>
    got(api.GET('/api/v1/pair-interviews/counts')),
  );
}
