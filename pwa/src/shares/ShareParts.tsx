import { useLocation } from 'preact-iso';
import { me } from '../kit/api/session';
import { fullName } from '../kit/i18n/names';
import { pendingOf } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Row, Rows } from '../kit/ui/Card';
import { bin, check, thanks, up } from '../kit/ui/icons';
import { say } from '../kit/ui/Toast';
import { letBe } from './let-be';
import { addresses } from './remote';
import { offer, OFFER, tap, TAP } from './share-actions';
import type { ShareDetail, TapKind } from './wire';
import { t } from './words-of-share';

/** Sideways and by name; nobody is counted. */
export function Taps({ taps }: { taps: ShareDetail['taps'] }) {
  const of = (kind: TapKind) =>
    taps
      .filter((one) => one.kind === kind)
      .map(({ by }) => fullName(by))
      .join(t('names'));
  const [thanked, nudged] = [of('thanks'), of('nudge')];
  return (
    <>
      {thanked && <p class="meta">{t('thanked', { names: thanked })}</p>}
      {nudged && <p class="meta">{t('nudged', { names: nudged })}</p>}
    </>
  );
}

export function TapDock({ share: { id, taps } }: { share: ShareDetail }) {
  const waiting = pendingOf(TAP).map(({ path }) => path);
  const given = (kind: TapKind) =>
    waiting.includes(addresses.tap(id, kind)) ||
    taps.some((one) => one.kind === kind && one.by.id === me.value?.id);
  const one = (kind: TapKind, icon: string) => (
    <Button
      look={kind === 'thanks' ? 'main' : 'plain'}
      grow={kind === 'thanks'}
      icon={given(kind) ? check : icon}
      onClick={() => (given(kind) ? undefined : tap(id, kind))}
    >
      {t(kind)}
    </Button>
  );
  return (
    <div class="row">
      {one('thanks', thanks)}
      {one('nudge', up)}
    </div>
  );
}

/** The way to the case it became, or for whoever may, to make one of it. */
export function ToCase({ share }: { share: ShareDetail }) {
  const person = me.value;
  const leads = person?.role === 'manager' && person.team_id === share.team_id;
  if (share.case_id) {
    return (
      <Rows>
        <Row href={`/cases/${share.case_id}`} title={t('toCase')} />
      </Rows>
    );
  }
  if (share.state !== 'published' || share.kind === 'kpi' || !(leads || person?.role === 'trainer'))
    return null;
  return (
    <Rows>
      <Row href={`/shares/${share.id}/curate`} title={t('curate')} />
    </Rows>
  );
}

/** What its author decides: whether trainers read it, and whether it is there at all. */
export function OwnersPart({ share }: { share: ShareDetail }) {
  const { route } = useLocation();
  if (share.author.id !== me.value?.id) return null;
  const isTold = share.state === 'published';
  const mayOffer = isTold && share.kind !== 'kpi' && !share.case_id;
  const wish = pendingOf(OFFER).findLast(({ path }) => path === addresses.offer(share.id));
  const offered = wish ? wish.method === 'PUT' : share.offered;
  const turn = async () => {
    await offer(share.id, !offered);
    say(t(offered ? 'keptNow' : 'offeredNow'));
  };
  const away = async () => {
    await letBe(share);
    say(t(isTold ? 'withdrawn' : 'letBeDone'));
    route('/shares', true);
  };
  return (
    <>
      {mayOffer && !offered && <p class="meta">{t('offerWhy')}</p>}
      <div class="row wrap">
        {mayOffer && <Button onClick={turn}>{t(offered ? 'keepHere' : 'offer')}</Button>}
        <Button look="quiet" icon={bin} onClick={away}>
          {t(isTold ? 'withdraw' : 'letBe')}
        </Button>
      </div>
    </>
  );
}
