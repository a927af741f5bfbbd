import type { ComponentChildren } from 'preact';
import { shortName } from '../i18n/names';
import { classes } from './classes';

interface Props {
  /** The full name; the last two characters or the initials are shown. */
  name: string;
  /** Makes it a link, read out with this name. */
  href?: string;
  label?: string;
}

/** A person. The two tints only tell neighbours apart; they carry no status. */
export function Ava({ name, href, label }: Props) {
  const look = classes('ava', tintOf(name) && 'b');
  if (href) {
    return (
      <a class={look} href={href} aria-label={label ?? name}>
        {shortName(name)}
      </a>
    );
  }
  return (
    <span class={look} aria-hidden="true">
      {shortName(name)}
    </span>
  );
}

/** Shoulder to shoulder. */
export function Pair({ children }: { children: ComponentChildren }) {
  return <span class="pair">{children}</span>;
}

function tintOf(name: string): boolean {
  let sum = 0;
  for (const character of name) sum += character.codePointAt(0) ?? 0;
  return sum % 2 === 1;
}
