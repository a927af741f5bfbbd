/** The only file of materials that knows addresses. */
import { api, fileAt, got, type FileKind } from '../../kit/api/client';
import { refresh, useResource, type Resource } from '../../kit/cache';
import { keptFile } from '../../kit/cache/files';
import { ONE } from '../remote';
import type { Material, MaterialChange, Session, WholeMaterial } from '../wire';

const SESSIONS = '/api/v1/sessions';

/** Where one is remembered. */
export const MATERIAL = 'material:';

export const addresses = {
  one: (session: string, id: string) => `${SESSIONS}/${session}/materials/${id}`,
  file: (session: string, id: string) => `${SESSIONS}/${session}/materials/${id}/file`,
  named: (session: string, id: string, title: string) =>
    `${SESSIONS}/${session}/materials/${id}/file?${new URLSearchParams({ title }).toString()}`,
  removal: (session: string, id: string) => `${SESSIONS}/${session}/materials/${id}/removal`,
};

export function useMaterial(session: string, id: string): Resource<WholeMaterial> {
  const path = { session_id: session, material_id: id };
  return useResource(`${MATERIAL}${id}`, () =>
    got(api.GET('/api/v1/sessions/{session_id}/materials/{material_id}', { params: { path } })),
  );
}

/** From this phone when it was opened before, else over the network. */
export function fileOf(material: WholeMaterial): Promise<Blob> {
  const { id, session_id, form, size } = material;
  const path = addresses.file(session_id, id);
  return keptFile(id, size ?? 0, () => fileAt(path, kindOf(form ?? '')));
}

function kindOf(form: string): FileKind {
  if (form.startsWith('image/')) return 'image/*';
  return form.startsWith('audio/') ? 'audio/*' : 'application/pdf';
}

/** Straight to the server: two may write it. */
export async function changeMaterial(
  session: string,
  { id, version }: Pick<Material, 'id' | 'version'>,
  body: MaterialChange,
): Promise<WholeMaterial> {
  const path = { session_id: session, material_id: id };
  const params = { path, header: { 'if-match': `"${version}"` } };
  const changed = await got(
    api.PATCH('/api/v1/sessions/{session_id}/materials/{material_id}', { params, body }),
  );
  await Promise.all([refresh(`${MATERIAL}${id}`), refresh(`${ONE}${session}`)]);
  return changed;
}

export async function readMaterial(session: string, id: string): Promise<WholeMaterial> {
  const path = { session_id: session, material_id: id };
  return got(
    api.GET('/api/v1/sessions/{session_id}/materials/{material_id}', { params: { path } }),
  );
}

/** One place up. */
export async function moveUp({ id, materials }: Session, material: string): Promise<void> {
  const ids = materials.map((one) => one.id);
  const at = ids.indexOf(material);
  if (at < 1) return;
  ids.splice(at - 1, 2, material, ids[at - 1] ?? material);
  const params = { path: { session_id: id } };
  await got(api.PUT('/api/v1/sessions/{session_id}/material-order', { params, body: { ids } }));
  await refresh(`${ONE}${id}`);
}
