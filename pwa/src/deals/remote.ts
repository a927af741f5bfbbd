/** The product list: where it is read and kept. */
import { api, got } from '../kit/api/client';
import type { components } from '../kit/api/schema';
import { useResource, type Resource } from '../kit/cache';

type Shapes = components['schemas'];

export type Product = Shapes['ProductRead'];
export type ProductNew = Shapes['ProductNew'];
export type ProductChange = Shapes['ProductChange'];

interface Products {
  items: Product[];
  next_cursor: string | null;
}

const PAGE = 100;

/** In the order of their keys, those no longer offered among them. */
export function useProducts(): Resource<Products> {
  return useResource('products', () => readProducts());
}

export function readProducts(cursor: string | null = null): Promise<Products> {
  const query = { limit: PAGE, ...(cursor !== null && { cursor }) };
  return got(api.GET('/api/v1/products', { params: { query } }));
}

export function addProduct(body: ProductNew): Promise<Product> {
  return got(api.POST('/api/v1/products', { body }));
}

export function changeProduct(
  product_id: string,
  body: ProductChange,
  version: number,
): Promise<Product> {
  const params = { path: { product_id }, header: { 'if-match': `"${version}"` } };
  return got(api.PATCH('/api/v1/products/{product_id}', { params, body }));
}
