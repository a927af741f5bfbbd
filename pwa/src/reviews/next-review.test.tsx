/** On Today: the next talk of one's own, and where one sits with the team or beside a newcomer. */
import { render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, signedIn, xiaoman, type Backend } from '../people/testing/backend';
import NextReview from './NextReview';
import { hejing, qihang, reviewOf } from './testing/examples';

const team = { id: 't1', name: { zh: '海鸥', en: 'Gull' } };
let server: Backend;

beforeEach(async () => {
  server = await signedIn();
});

function shown(...reviews: object[]) {
  server.answers['GET /reviews'] = page(reviews as never[]);
  render(<NextReview />);
}

describe('the next review', () => {
  it('of a rep stands with the one of the whole team', async () => {
    shown(
      reviewOf({ id: 'team', kind: 'team', person: null, team }),
      reviewOf({ id: 'own', person: xiaoman }),
      reviewOf({ id: 'later', kind: 'month', person: xiaoman }),
    );
    await screen.findByText(/With the whole team/);
    const links = screen.getAllByRole('link').map((one) => one.getAttribute('href'));
    expect(links).toEqual(['/reviews/own', '/reviews/team']);
  });

  it('of a newcomer stands on the day of the mentor, who sits beside', async () => {
    shown(reviewOf({ id: 'beside', host: hejing, person: qihang, mentor: xiaoman }));
    expect(await screen.findByText(/You sit beside Qihang/)).toBeTruthy();
  });

  it('of somebody else is not shown', async () => {
    shown(reviewOf({ id: 'theirs' }), reviewOf({ id: 'own', person: xiaoman }));
    await screen.findByRole('link');
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });
});
