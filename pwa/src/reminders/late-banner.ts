/** The banner of Today, for every role that has one; what cannot be fetched is not missed. */
import { late } from '../late';

const Nothing = () => null;

export const Banner = late(() => import('./Banner').catch(() => ({ default: Nothing })), Nothing);
