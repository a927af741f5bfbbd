import { t as ts } from '../loops/words';
import { Row, Rows } from '../kit/ui/Card';
import { t as tl } from '../ride-alongs/words-of-ladder';
import { t as tc } from './words-of-calibration';
import { t as tg } from './words-of-growth';

/** What is there of me for me: growth file, 心里有底, loops and ladder. */
export default function MyRecord() {
  return (
    <Rows>
      <Row href="/me/growth" title={tg('title')} meta={tg('meta')} />
      <Row href="/me/calibration" title={tc('title')} meta={tc('meta')} />
      <Row href="/me/loops" title={ts('toHere')} meta={ts('toHereWhy')} />
      <Row href="/me/ladder" title={tl('title')} meta={tl('meta')} />
    </Rows>
  );
}
