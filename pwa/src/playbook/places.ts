/** The order of a list that is shown without its retired rows. Pure. */
interface Placed {
  id: string;
  position: number;
  retired: boolean;
}

/** The neighbour with which a row changes places to go up; null for the first and for retired ones. */
export function placeAbove<P extends Placed>(rows: readonly P[], row: Placed): P | null {
  const shown = rows.filter(({ retired }) => !retired);
  const at = shown.findIndex(({ id }) => id === row.id);
  return shown[at - 1] ?? null;
}
