import type { ComponentChildren } from 'preact';

interface Props {
  /** One sentence. */
  title: string;
  /** What would stand here, and why it is worth a minute. */
  children?: ComponentChildren;
  /** One link or button: what to do next. */
  action?: ComponentChildren;
}

/** No list is just blank: it says what to do next. */
export function Empty({ title, children, action }: Props) {
  return (
    <div class="card empty">
      <TwoFigures />
      <strong>{title}</strong>
      {children && <p class="meta">{children}</p>}
      {action}
    </div>
  );
}

function TwoFigures() {
  return (
    <svg class="figures" viewBox="0 0 120 84" aria-hidden="true">
      <path d="M8 80h104M33 27a11 11 0 1 0 22 0 11 11 0 1 0-22 0M20 80V67a24 24 0 0 1 42-16" />
      <path d="M68 35a10 10 0 1 0 20 0 10 10 0 1 0-20 0M55 80V69a23 23 0 0 1 46 0v11" />
    </svg>
  );
}
