/** The clients a promise may be about: those of whoever is reviewed, else of whoever promises. */
import { useResource, type Resource } from '../kit/cache';
import { readClientsOf } from './remote';
import type { ClientCard, PageOf, Review } from './wire';

export function useClientsOf({ person }: Review, ownerId: string): Resource<PageOf<ClientCard>> {
  const id = person?.id ?? ownerId;
  return useResource(`review-clients:${id}`, () => readClientsOf(id));
}
