/** What makes a visit effective: where it is read and set. */
import { api, got } from '../kit/api/client';
import type { components } from '../kit/api/schema';
import { useResource, type Resource } from '../kit/cache';

type Shapes = components['schemas'];

export type Rule = Shapes['RuleRead'];
export type Requirement = Shapes['Requirement'];

interface Rules {
  items: Rule[];
  next_cursor: string | null;
}

/** The latest first. */
export function useRules(): Resource<Rules> {
  return useResource('rules', () => readRules());
}

export function readRules(cursor: string | null = null): Promise<Rules> {
  const query = cursor === null ? {} : { cursor };
  return got(api.GET('/api/v1/effective-visit-rules', { params: { query } }));
}

export function addRule(requires: Requirement[], applies_from: string): Promise<Rule> {
  return got(api.POST('/api/v1/effective-visit-rules', { body: { requires, applies_from } }));
}
