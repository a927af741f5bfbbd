import type { ComponentChildren } from 'preact';
import { Button } from './Button';
import { Row, Rows } from './Card';
import { Sheet } from './Sheet';
import { t } from './words-of-why';

export interface WhyReason {
  key: string;
  title: ComponentChildren;
  meta?: string;
  /** The record behind it; without one the sentence stands alone. */
  href?: string | null;
}

interface Props {
  open: boolean;
  title?: string;
  reasons: readonly WhyReason[];
  onClose: () => unknown;
  /** What else is to be known: a count, or that it could not be read. */
  children?: ComponentChildren;
}

/** Whatever the app lays before somebody says where it comes from, and leads there. */
export function WhySheet({ open, title, reasons, onClose, children }: Props) {
  return (
    <Sheet open={open} title={title ?? t('why')} onClose={onClose}>
      <Rows>
        {reasons.map(({ key, title: sentence, meta, href }) => (
          <Row key={key} title={sentence} {...(meta && { meta })} {...(href && { href })} />
        ))}
      </Rows>
      {children}
      <Button look="main" onClick={onClose}>
        {t('understood')}
      </Button>
    </Sheet>
  );
}

export function WhyLink({ label, onAsk }: { label?: string; onAsk: () => unknown }) {
  return (
    <button type="button" class="link" onClick={onAsk}>
      {label ?? t('why')}
    </button>
  );
}
