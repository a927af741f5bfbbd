/** How the outbox calls the fields of clients and sheets when two versions meet. */
import type { FieldWords } from '../kit/outbox';
import { CONTACT_ROLES, EXPORTS } from './choices';
import { objectionsInWords } from './objection-types';
import { t } from './words-of-facts';
import { t as ts } from './words-of-sheet';

export function factFields(): Record<string, FieldWords> {
  return {
    name: { name: t('name') },
    industry: { name: t('industry') },
    district: { name: t('district') },
    size: { name: t('size') },
    exports_now: {
      name: t('exportsNow'),
      options: Object.fromEntries(EXPORTS.map(({ value, key }) => [value, t(key)])),
    },
    channels: { name: t('channels') },
    grade: { name: t('grade') },
    source: { name: t('source') },
  };
}

export function contactFields(): Record<string, FieldWords> {
  return {
    name: { name: t('contactName') },
    title: { name: t('contactTitle') },
    role: {
      name: t('contactRole'),
      options: Object.fromEntries(CONTACT_ROLES.map((role) => [role, t(role)])),
    },
  };
}

export function sheetFields(): Record<string, FieldWords> {
  return {
    decider: { name: ts('decider') },
    situation: { name: ts('situation') },
    objections: { name: ts('objections'), options: objectionsInWords() },
    competitors: { name: ts('competitors') },
    goal: { name: ts('goal') },
    amount: { name: ts('amount') },
    fall_back: { name: ts('fallBack') },
  };
}
