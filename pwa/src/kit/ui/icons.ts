/**
 * Our own icons on a 24 px grid, 3 px margin, one stroked path each. Separate constants, so that an
 * icon no screen shows is not shipped.
 */
/** Sunrise: the day ahead. */
export const today = 'M3 18.5h18M7.5 18.5a4.5 4.5 0 0 1 9 0M12 5.5v4M5 9l2.2 2.2M19 9l-2.2 2.2';
/** A workshop with a chimney. */
export const clients = 'M4 20V10l5.5 3V10l5.5 3V4.5h5V20zM8.5 16.5h.01M12 16.5h.01M15.5 16.5h.01';
/** The lamp. */
export const evening = 'M8.5 4h7L19 12.5H5zM12 12.5V20M8 20h8';
/** Shoulder to shoulder. */
export const team =
  'M5.25 8a2.75 2.75 0 1 0 5.5 0a2.75 2.75 0 1 0 -5.5 0' +
  'M13.25 8a2.75 2.75 0 1 0 5.5 0a2.75 2.75 0 1 0 -5.5 0' +
  'M3 19.5V18a5 5 0 0 1 9-3 5 5 0 0 1 9 3v1.5';
/** The same way, side by side. */
export const rides = 'M7.5 20V8M4 11.5 7.5 8l3.5 3.5M16.5 20V4.5M13 8l3.5-3.5L20 8';
/** Both have the word. */
export const reviews = 'M4 4.5h11v8H9l-3 2.5v-2.5H4zM18 9h2v8h-1.5v2.5L15.5 17H10';
/** One of us. */
export const person = 'M8.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0M5 20.5v-1a7 7 0 0 1 14 0v1';
export const back = 'M14.5 5.5 8 12l6.5 6.5';
export const next = 'M9.5 5.5 16 12l-6.5 6.5';
export const down = 'M5.5 9.5 12 16l6.5-6.5';
export const close = 'M6.5 6.5l11 11M17.5 6.5l-11 11';
export const plus = 'M12 5.5v13M5.5 12h13';
export const more =
  'M4.9 12a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0' +
  'M11.4 12a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0M17.9 12a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0';
export const check = 'M5 13l4.5 4.5L19 8';
export const clock = 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 7v5l3.5 2';
export const date = 'M4 6h16v14H4zM4 10.5h16M8 3.5V6M16 3.5V6';
export const mic = 'M9 7a3 3 0 0 1 6 0v4.5a3 3 0 0 1-6 0zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3';
export const reply = 'M5 5v4.5a4.5 4.5 0 0 0 4.5 4.5H19M15 10l4 4-4 4';
/** Two seats change places. */
export const swap = 'M4 8.5h14M14.5 5 18 8.5 14.5 12M20 15.5H6M9.5 12 6 15.5 9.5 19';
/** Once more. */
export const again = 'M19.5 12a7.5 7.5 0 1 1-2-5.1l2 2.1M19.5 4.5V9H15';
export const send = 'M4 11 20 4l-5.5 16-3.5-7zM11 13l4.5-4.5';
/** A cloud crossed out: normal, not an alarm. */
export const offline =
  'M4 4l16 16M8.2 8.4A4.9 4.9 0 0 0 7.5 18H18' +
  'M11 6.2a5.2 5.2 0 0 1 6.3 4.9 3.5 3.5 0 0 1 2.9 5.1';
/** Waiting to be sent. */
export const tray = 'M4 13.5 6.5 5h11L20 13.5V19H4zM4 13.5h5a3 3 0 0 0 6 0h5';
/** The machine failed. */
export const alert = 'M12 4.5 20.5 20h-17zM12 10.5v4M12 17.2h.01';
/** Somebody looked. */
export const eye =
  'M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM9.5 12a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0';
export const lock = 'M5.5 11h13v9.5h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3';
/** The open hand. */
export const help =
  'M7.5 12.5v-5a1.4 1.4 0 0 1 2.8 0v4M10.3 10.5v-5a1.4 1.4 0 0 1 2.8 0v5' +
  'M13.1 10.5V7a1.4 1.4 0 0 1 2.8 0v6l1.5-1.9a1.35 1.35 0 0 1 2.2 1.5L17 17.8a5.6 5.6 0 0' +
  ' 1-4.7 2.7h-.4a4.6 4.6 0 0 1-4.4-4.5v-3.5';
/** A flag. */
export const goal = 'M6.5 20.5V4.5M6.5 5h10.5l-2.5 4 2.5 4H6.5';
/** The client sheet. */
export const sheet = 'M6 4h8.5L18 7.5v13H6zM14.5 4v3.5H18M9 12.5h6M9 16.5h4';
/** A person with a tie. */
export const boss =
  'M8.75 7a3.25 3.25 0 1 0 6.5 0a3.25 3.25 0 1 0 -6.5 0M5 20.5v-.8a7 7 0 0 1 14 0v.8' +
  'M12 13.5l-1.3 3.2L12 18.5l1.3-1.8z';
/** A person with a bag. */
export const rep =
  'M9 6.5a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M5.5 20.5V19a6.5 6.5 0 0 1 13 0v1.5M9 20.5V17h6v3.5';
export const search = 'M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M15 15l4.5 4.5';
export const globe =
  'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M3.5 12h17M12 3.5c3.2 3.5 3.2 13.5 0 17' +
  'M12 3.5c-3.2 3.5-3.2 13.5 0 17';
/** A reminder. */
export const bell = 'M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5zM10.5 20.5h3';
/** Quiet hours. */
export const moon = 'M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z';
export const out = 'M10 4.5H5v15h5M10 12h10M16.5 8.5 20 12l-3.5 3.5';
export const save = 'M12 4v11M7.5 11l4.5 4.5L16.5 11M5 19.5h14';
export const thanks =
  'M12 20s-8-4.7-8-10.4A4.3 4.3 0 0 1 12 7.7a4.3 4.3 0 0 1 8 1.9C20 15.3 12 20 12 20z';
export const undo = 'M5.5 9H14a5 5 0 0 1 0 10H8M9 5.5 5.5 9 9 12.5';
export const edit = 'M4.5 19.5l.9-4L15.9 5l3.1 3.1L8.5 18.6zM13.5 7.4l3.1 3.1';
export const bin = 'M5 7h14M9.5 7V4.5h5V7M6.8 7l1 13h8.4l1-13M10.5 11v5M13.5 11v5';
/** The ride-along. */
export const bag = 'M4 8.5h16V20H4zM9 8.5V5.5h6v3M4 13.5h16M12 12.7v1.8';
/** Moved on. */
export const up = 'M4 17l5.5-5.5 4 4L20 9M15.5 8.5H20V13';
/** Goes on. */
export const same = 'M5 9.5h14M5 14.5h14';
/** A pause, not a stop. */
export const stuck = 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M9 9v6M15 9v6';
/** Nobody met. */
export const door = 'M6.5 20.5V4h11v16.5M4 20.5h16M14 12.5h.01';
/** Signed. */
export const sign = 'M4 20h16M5 15.5c3 0 3.8-10 6.8-10s.2 8.5 2.7 8.5 2-2.5 4.5-2.5';
/** Paid. */
export const coin =
  'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M9 8l3 4 3-4M12 12v4.5M9.5 12.5h5' + 'M9.5 14.7h5';
/** Lost: fallen, not crossed out. */
export const leaf = 'M5.5 18C5 9.5 10 5 19.5 4.5 20 14 15 18.5 8.5 17M4.5 20c1.5-4.5 5-8 9-10';
/** Would meet again: a door with light. */
export const open = 'M4 19h16M6 19V9a6 6 0 0 1 12 0v10M12 12.5v3';
export const link =
  'M10 14a4 4 0 0 0 5.6 0l3-3A4 4 0 0 0 13 5.4l-1 1' +
  'M14 10a4 4 0 0 0-5.6 0l-3 3a4 4 0 0 0 5.6 5.6l1-1';
export const play = 'M8 5.5 18.5 12 8 18.5z';
export const stop = 'M7 7h10v10H7z';
