/**
 * Ids are born where the record is born: a UUIDv7 (RFC 9562) made on this phone.
 * Works on insecure addresses too, where crypto.randomUUID does not exist.
 */

let lastMs = 0;
let count = 0;

/** Ids made one after the other sort in that order, also within one millisecond. */
export function uuid7(now: number = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  tick(now, ((at(random, 0) << 8) | at(random, 1)) & 0x7ff);
  const hex = lastMs.toString(16).padStart(12, '0');
  const tail = [(at(random, 2) & 0x3f) | 0x80, ...random.slice(3)];
  const rest = tail.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8),
    `7${count.toString(16).padStart(3, '0')}`,
    rest.slice(0, 4),
    rest.slice(4),
  ].join('-');
}

/** A clock set back, or more than 4,096 ids in a millisecond, must not break the order. */
function tick(now: number, seed: number): void {
  if (now > lastMs) {
    lastMs = now;
    count = seed;
  } else if (count < 0xfff) {
    count += 1;
  } else {
    lastMs += 1;
    count = seed;
  }
}

function at(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}
