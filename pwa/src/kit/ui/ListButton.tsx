import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { LinkButton } from './Button';
import { plus } from './icons';
import { Half } from './wide';

interface Props {
  icon?: string;
  href: string;
  children: ComponentChildren;
}

/** Adds to a list. One filled button a screen: beside what is chosen, it is the chosen one's own. */
export function ListButton({ icon = plus, href, children }: Props) {
  const isBeside = useContext(Half) === 'list';
  return (
    <LinkButton look={isBeside ? 'plain' : 'main'} icon={icon} href={href}>
      {children}
    </LinkButton>
  );
}
