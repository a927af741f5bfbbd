/** How good a password is, in words that help. Pure. */
export const SHORTEST = 8;

export type Strength =
  | { key: 'passwordShort'; n: number }
  | { key: 'passwordLikeName' | 'passwordEasy' | 'passwordFine' | 'passwordStrong' };

export function strengthOf(password: string, login: string): Strength {
  const length = Array.from(password).length;
  if (length < SHORTEST) return { key: 'passwordShort', n: SHORTEST - length };
  const plain = password.toLowerCase();
  const name = login.toLowerCase();
  if (name && (plain.includes(name) || plain.includes(name.replace(/\W/g, '')))) {
    return { key: 'passwordLikeName' };
  }
  if (isEasy(plain)) return { key: 'passwordEasy' };
  return { key: length >= 14 ? 'passwordStrong' : 'passwordFine' };
}

export function mayBeUsed(password: string): boolean {
  return Array.from(password).length >= SHORTEST;
}

/** Few different characters, one row of neighbours, or a word that everybody takes. */
function isEasy(plain: string): boolean {
  const steps = new Set(
    Array.from(plain.slice(1), (_, at) => plain.charCodeAt(at + 1) - plain.charCodeAt(at)),
  );
  return (
    new Set(plain).size < 4 || steps.size === 1 || /password|qwert|12345|alongside/.test(plain)
  );
}
