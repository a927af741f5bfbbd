/** Where answers (应对话术) are kept, with the visits behind their counts. */
import { api, got } from '../kit/api/client';
import { useResource, type Resource } from '../kit/cache';
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type Answer = Shapes['AnswerRead'];
export type AnswerNew = Shapes['AnswerNew'];
export type AnswerUse = Shapes['AnswerUseRead'];
export type PersonRef = Shapes['PersonRef'];
export type State = 'offered' | 'due' | 'retired';
export type PageOf<T> = { items: T[]; next_cursor: string | null };

const ANSWERS = '/api/v1/playbook/answers';
/** What an arrival touches is named by this. */
const KEY = 'answers:';

export const addresses = {
  answers: ANSWERS,
  answer: (id: string) => `${ANSWERS}/${id}`,
  check: (id: string) => `${ANSWERS}/${id}/check`,
};

export function readAnswers(
  state: State,
  type: string | null,
  cursor: string | null = null,
): Promise<PageOf<Answer>> {
  const query = { state, ...(type !== null && { type }), ...(cursor !== null && { cursor }) };
  return got(api.GET('/api/v1/playbook/answers', { params: { query } }));
}

/** Of one kind of objection, or of all. */
export function useAnswers(state: State, type: string | null): Resource<PageOf<Answer>> {
  return useResource(`${KEY}${state}:${type ?? ''}`, () => readAnswers(state, type));
}

export function readUses(
  answer_id: string,
  cursor: string | null = null,
): Promise<PageOf<AnswerUse>> {
  const query = { ...(cursor !== null && { cursor }) };
  const params = { path: { answer_id }, query };
  return got(api.GET('/api/v1/playbook/answers/{answer_id}/uses', { params }));
}

export function useUses(id: string): Resource<PageOf<AnswerUse>> {
  return useResource(`${KEY}uses:${id}`, () => readUses(id));
}
