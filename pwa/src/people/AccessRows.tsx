import { momentOf } from '../kit/i18n/format';
import { fullName } from '../kit/i18n/names';
import { Ava } from '../kit/ui/Ava';
import { Row } from '../kit/ui/Card';
import type { Access } from './wire';
import { t } from './words';
import { t as ta } from './words-of-access';

/** One line per reader, kind and day. */
export function AccessRow({ access }: { access: Access }) {
  const name = fullName(access.reader);
  return (
    <Row
      before={<Ava name={name} />}
      title={ta(`looked_${access.kind}`, { name })}
      meta={timesInWords(access)}
    />
  );
}

function timesInWords({ times, last_at }: Access): string {
  const when = momentOf(last_at);
  return times === 1 ? when : t('times', { when, n: times });
}
