/** The closed lists of a client, in the order in which they are offered. */
import type { ContactRole, ExportsNow } from './wire';

export const CONTACT_ROLES: readonly ContactRole[] = [
  'boss',
  'influencer',
  'user',
  'gatekeeper',
  'unknown',
];

export const EXPORTS: readonly { value: ExportsNow; key: 'yes' | 'no' | 'notKnown' }[] = [
  { value: 'yes', key: 'yes' },
  { value: 'no', key: 'no' },
  { value: 'unknown', key: 'notKnown' },
];
