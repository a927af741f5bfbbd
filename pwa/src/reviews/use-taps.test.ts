/** When a page that waits for a tap reads the whole review again. */
import { describe, expect, it } from 'vitest';
import { hejing, qihang, reviewOf } from './testing/examples';
import { sameTaps } from './use-taps';

const AT = '2026-11-26T08:00:00Z';

describe('a review that waits for taps', () => {
  const shown = reviewOf({ promises_version: 1 });
  const his = { person: qihang, recorded_by: qihang, at: AT };
  const hers = { person: hejing, recorded_by: hejing, at: AT };

  it('is not read again while nothing has changed, whatever the order of the taps', () => {
    expect(sameTaps({ ...shown }, shown)).toBe(true);
    const both = { ...shown, agreements: [his, hers] };
    expect(sameTaps({ ...both, agreements: [hers, his] }, both)).toBe(true);
  });

  it('is read again with a tap, with a changed list and with the end', () => {
    expect(sameTaps({ ...shown, agreements: [his] }, shown)).toBe(false);
    expect(sameTaps({ ...shown, promises_version: 2 }, shown)).toBe(false);
    expect(sameTaps({ ...shown, agreed_at: AT }, shown)).toBe(false);
  });
});
