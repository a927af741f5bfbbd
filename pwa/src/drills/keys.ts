/** The names under which the reads and the records of an evening are kept on the phone. */

/** Where reads are remembered; what an arrival touches is named by these. */
export const keys = {
  deck: 'deck',
  mine: 'drills',
  drill: (id: string) => `drill:${id}`,
  kept: 'kept-of',
  evening: 'evening',
  myDay: 'my-day',
};

export function drillLane(id: string): string {
  return `drill:${id}`;
}
