import type { ComponentChildren } from 'preact';
import { capital } from '../i18n/format';
import { classes } from './classes';
import { Icon } from './Icon';

/** `wait`: a promise waits or a goal drifts. `fault`: the machine failed. No tone judges a person. */
export type Tone = 'ok' | 'wait' | 'fault';

interface Props {
  tone?: Tone | undefined;
  icon?: string | undefined;
  children: ComponentChildren;
}

export function Tag({ tone, icon, children }: Props) {
  return (
    <span class={classes('tag num', tone)}>
      {icon && <Icon of={icon} small />}
      {typeof children === 'string' ? capital(children) : children}
    </span>
  );
}

interface NoteProps extends Props {
  /** Read out when it appears: `status` politely, `alert` at once (faults only). */
  role?: 'status' | 'alert';
  /** A link or a button at the end. */
  action?: ComponentChildren;
}

export function Note({ tone, icon, role, action, children }: NoteProps) {
  return (
    <div class={classes('note', tone)} role={role}>
      {icon && <Icon of={icon} />}
      <span class="grow">{children}</span>
      {action}
    </div>
  );
}
