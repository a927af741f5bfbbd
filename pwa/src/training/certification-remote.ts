/** Where certifications are read and written; marking and planning need the network. */
import { api, got } from '../kit/api/client';
import { refresh, useResource, type Resource } from '../kit/cache';
import type { components } from '../kit/api/schema';
import type { PageOf } from './wire';

type Shapes = components['schemas'];

export type CertificationCard = Shapes['CertificationCardRead'];
export type Certification = Shapes['CertificationRead'];
export type Area = Shapes['CertificationArea'];
export type Marks = Shapes['MarksGiven'];
export type TemplateArea = Shapes['TemplateAreaRead'];

/** Where the screens stand: the list, and one of it as `?one=`. */
export const PLACE = '/training/certifications';

const READS = 'certifications:';
const TEMPLATE = 'certification-template';

/** In the order of a sale. */
export const AREAS: readonly Area[] = [
  'opening',
  'discovery',
  'presentation',
  'objections',
  'close',
  'collection',
];

export function readCertifications(
  cursor: string | null = null,
): Promise<PageOf<CertificationCard>> {
  const query = cursor === null ? {} : { cursor };
  return got(api.GET('/api/v1/certifications', { params: { query } }));
}

export function useCertifications(): Resource<PageOf<CertificationCard>> {
  return useResource(`${READS}all`, () => readCertifications());
}

export function useCertification(certification_id: string): Resource<Certification> {
  return useResource(`${READS}${certification_id}`, () =>
    got(api.GET('/api/v1/certifications/{certification_id}', at(certification_id))),
  );
}

export async function planCertification(body: Shapes['CertificationNew']): Promise<Certification> {
  const planned = await got(api.POST('/api/v1/certifications', { body }));
  await refresh(READS);
  return planned;
}

export async function giveMarks(id: string, body: Marks): Promise<void> {
  await got(api.PUT('/api/v1/certifications/{certification_id}/marks', { ...at(id), body }));
  await refresh(READS);
}

export async function takeBack(id: string): Promise<void> {
  await got(api.DELETE('/api/v1/certifications/{certification_id}', at(id)));
  await refresh(READS);
}

/** What the marks look like for certifications to come. */
export function useTemplate(): Resource<{ areas: TemplateArea[] }> {
  return useResource(TEMPLATE, () => got(api.GET('/api/v1/certification-template')));
}

export async function changeArea(
  area: Area,
  body: Shapes['TemplateAreaChange'],
  version: number,
): Promise<TemplateArea> {
  const params = { path: { area }, header: { 'if-match': `"${version}"` } };
  const changed = await got(api.PATCH('/api/v1/certification-template/{area}', { params, body }));
  await refresh(TEMPLATE);
  return changed;
}

function at(certification_id: string) {
  return { params: { path: { certification_id } } };
}
