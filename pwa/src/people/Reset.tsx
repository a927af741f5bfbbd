import { ByLink } from './ByLink';

/** A new password, by the link a manager or an admin has sent. */
export default function Reset() {
  return <ByLink kind="reset" />;
}
