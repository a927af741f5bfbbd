import { render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { beforeEach, describe, expect, it } from 'vitest';
import Calibration from './Calibration';
import { levelOf, readingOf, shareOf, type Sure } from './calibration';
import { signedIn, type Backend } from './testing/backend';

const sure = (confidence: number, visits: number, moved_on: number): Sure => ({
  ...{ confidence, visits, moved_on, raised: 0, answered: 0 },
});

describe('the own curve', () => {
  it('names a share from twenty cases on', () => {
    expect(shareOf(10, 19)).toBeNull();
    expect(shareOf(10, 20)).toBe(0.5);
    expect([1, 2, 3].map((confidence) => levelOf(sure(confidence, 0, 0)))).toEqual([
      ...['unsure', 'half', 'sure'],
    ]);
  });

  it('compares the two ends only where both have enough', () => {
    expect(readingOf([sure(1, 19, 1), sure(3, 40, 30)])).toBeNull();
    expect(readingOf([sure(1, 40, 10), sure(3, 40, 30)])).toBe('rises');
    expect(readingOf([sure(1, 40, 20), sure(3, 40, 22)])).toBe('level');
    expect(readingOf([sure(1, 40, 30), sure(3, 40, 10)])).toBe('falls');
  });
});

describe('the screen', () => {
  let server: Backend;

  beforeEach(async () => {
    server = await signedIn();
  });

  function show(items: Sure[]): void {
    const whole = { since: '2026-01-01', until: '2026-03-31', items };
    server.answers['GET /drills/calibration'] = whole;
    render(
      <LocationProvider>
        <Calibration />
      </LocationProvider>,
    );
  }

  it('shows shares with their numbers, and only numbers where they are few', async () => {
    show([sure(1, 7, 2), sure(2, 40, 10), sure(3, 20, 15)]);
    expect(await screen.findByText('2 of 7')).toBeTruthy();
    const bars = screen.getAllByRole('img').map((bar) => bar.getAttribute('aria-label'));
    expect(bars).toEqual(['Half sure: 10 of 40, 25 per cent', 'Sure: 15 of 20, 75 per cent']);
    expect(screen.getByText(/Under 20 a share would be chance/)).toBeTruthy();
    expect(screen.queryByText(/the more often it moved on/)).toBeNull();
  });

  it('says that nobody else can open it, and what to do when it is empty', async () => {
    show([sure(1, 0, 0), sure(2, 0, 0), sure(3, 0, 0)]);
    expect(await screen.findByText('Nothing to look back on yet')).toBeTruthy();
    expect(screen.getByText(/Only you can open this/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'To the evening' })).toBeTruthy();
  });
});
