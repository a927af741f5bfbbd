/** Where the playbook is kept; it is read with the clients, whose screens need it every day. */
import { api, got } from '../kit/api/client';
import type { components } from '../kit/api/schema';

type Shapes = components['schemas'];

export type Playbook = Shapes['PlaybookRead'];
export type Skill = Shapes['SkillWithBehaviours'];
export type Behaviour = Shapes['BehaviourRead'];
export type ObjectionType = Shapes['ObjectionTypeRead'];
type SkillRead = Shapes['SkillRead'];

export function changeSkill(
  skill_id: string,
  body: Shapes['SkillChange'],
  version: number,
): Promise<SkillRead> {
  const params = { path: { skill_id }, header: { 'if-match': `"${version}"` } };
  return got(api.PATCH('/api/v1/playbook/skills/{skill_id}', { params, body }));
}

export function addBehaviour(body: Shapes['BehaviourNew']): Promise<Behaviour> {
  return got(api.POST('/api/v1/playbook/behaviours', { body }));
}

export function changeBehaviour(
  behaviour_id: string,
  body: Shapes['BehaviourChange'],
  version: number,
): Promise<Behaviour> {
  const params = { path: { behaviour_id }, header: { 'if-match': `"${version}"` } };
  return got(api.PATCH('/api/v1/playbook/behaviours/{behaviour_id}', { params, body }));
}

export function addType(body: Shapes['ObjectionTypeNew']): Promise<ObjectionType> {
  return got(api.POST('/api/v1/playbook/objection-types', { body }));
}

export function changeType(
  type_id: string,
  body: Shapes['ObjectionTypeChange'],
  version: number,
): Promise<ObjectionType> {
  const params = { path: { type_id }, header: { 'if-match': `"${version}"` } };
  return got(api.PATCH('/api/v1/playbook/objection-types/{type_id}', { params, body }));
}
