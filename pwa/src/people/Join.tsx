import { ByLink } from './ByLink';

/** The first sign-in, by the link a manager or an admin has sent. */
export default function Join() {
  return <ByLink kind="join" />;
}
