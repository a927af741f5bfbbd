/** Icons of the way, on the same grid as the others; shipped with these screens alone. */
/** The ride-along: a bag. */
export const bag = 'M4 8.5h16V20H4zM9 8.5V5.5h6v3M4 13.5h16M12 12.7v1.8';
/** A door that opens. */
export const opened = 'M4 19h16M6 19V9a6 6 0 0 1 12 0v10M12 12.5v3';
export const asked =
  'M4 5h16v11h-8l-4 3.5V16H4zM10 9.3a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1M12 14h.01';
/** An ear. */
export const heard =
  'M7.5 10a5 5 0 0 1 10 0c0 4-4 4-4 7.5a3 3 0 0 1-5 2M10.5 10.5a2 2 0 1 1 3.5 1.3';
export const answered = 'M4 5h16v11h-8l-4 3.5V16H4zM8.5 10.5l2.3 2.3 4.7-4.3';
export const closed = 'M4 20h16M5 15.5c3 0 4-10 7-10s0 8.5 2.5 8.5 2-2.5 5.5-2.5';
/** Somebody steps in. */
export const stepIn = 'M4 12h11M11 8l4 4-4 4M19 5v14';
export const upwards = 'M4 17l5.5-5.5 4 4L20 8.5M15.5 8H20v4.5';
