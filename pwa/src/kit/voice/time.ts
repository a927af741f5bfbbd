export const MOST_SECONDS = 60;

/** "0:24": minutes and seconds, as on every player. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
