import { describe, expect, it } from 'vitest';
import { blankClient, clientNewOf, formOf, whatIsMissing } from './new-client';

const form = blankClient('c1');

describe('a new client', () => {
  it('needs nothing but its name', () => {
    expect([whatIsMissing(form), whatIsMissing({ ...form, name: '暖屿灯饰' })]).toEqual([
      ['name'],
      [],
    ]);
  });

  it('asks for the part of a contact in the decision, once it has a name', () => {
    const contact = { ...form.contact, name: '吴建平' };
    expect(whatIsMissing({ ...form, name: '暖屿', contact })).toEqual(['role']);
  });

  it('is sent trimmed, and without an empty contact', () => {
    expect(clientNewOf({ ...form, name: ' 暖屿 ', district: ' ' })).toEqual({
      id: 'c1',
      name: '暖屿',
      industry: null,
      district: null,
      source: null,
      contacts: [],
    });
  });

  it('opens again from what another screen has sent', () => {
    const opened = formOf({ id: 'c2', name: '清禾' });
    expect(opened).toMatchObject({ id: 'c2', name: '清禾', industry: '', contact: { name: '' } });
  });
});
