import { useEffect } from 'preact/hooks';

/** By a link or by Back the chosen row may stand far down; one that was tapped is in sight already. */
export function useInSight(chosen: string | undefined, isListed: boolean): void {
  useEffect(() => {
    if (!chosen || !isListed) return;
    document.querySelector('.pane [aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, isListed]);
}
