import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { usePlaybook } from '../clients/remote';
import { inMyLanguage } from '../kit/i18n/names';
import { Button } from '../kit/ui/Button';
import { evening, save } from '../kit/ui/icons';
import { ChipButton, Chips, Pick, Picks } from '../kit/ui/Pick';
import { Sheet } from '../kit/ui/Sheet';
import { Icon } from '../kit/ui/Icon';
import { AnsweredTap } from './AnsweredTap';
import { withObjection, withoutObjection, withWords, type CheckInForm } from './check-in';
import { ObjectionWords } from './ObjectionWords';
import { leavesOpen, ofRows } from './reality';
import type { Tonight } from './tonight';
import type { Part } from './use-check-in-form';
import type { Reality } from './use-reality';
import type { ObjectionType } from '../clients/wire';
import { t as tc } from './words-of-check-in';
import { t as tr } from './words-of-reality';

/** By rank: the usual six at hand, all of them behind "More". */
const AT_HAND = 6;

interface Props extends Part {
  /** What the client says now is a card of tonight. */
  tonight: Tonight;
  /** What was rehearsed has its own rows, with their words. */
  reality: Reality;
}

export function ObjectionPicks({ form, tonight, reality, change, lacks }: Props) {
  const types = usePlaybook().value?.objection_types.filter(({ retired }) => !retired) ?? [];
  const [all, setAll] = useState(false);
  const [full, setFull] = useState(false);
  const toggle = (typeKey: string | null) => {
    const next = toggled(form, typeKey);
    setFull(next === null);
    if (next) change({ objections: next.objections });
  };
  const chosen = new Set(form.objections.map(({ typeKey }) => typeKey));
  const shown = types.filter(({ key }, at) => at < AT_HAND || chosen.has(key));
  const offer = { chosen, toggle, tooMany: full ? tc('threeAtMost') : undefined };
  const inRows = ofRows(reality.standing);
  const legend = reality.standing.rows.length > 0 ? tr('saidElse') : tc('said');
  return (
    <Picks legend={legend} hint={tc('saidHint')} error={all ? undefined : offer.tooMany}>
      <Chips>
        <TypeChips {...offer} types={shown} other={types.length === 0 || chosen.has(null)} />
        {types.length > 0 && <ChipButton onClick={() => setAll(true)}>{tc('more')}</ChipButton>}
      </Chips>
      {types.length === 0 && <p class="meta">{tc('playbookMissing')}</p>}
      {form.objections
        .filter(({ id }) => !inRows.has(id))
        .map((heard) => (
          <Fragment key={heard.id}>
            <ObjectionWords
              heard={heard}
              type={types.find(({ key }) => key === heard.typeKey)}
              lacking={lacks('words')}
              onInput={(words) => change(withWords(form, heard.id, words))}
            />
            <AnsweredTap heard={heard} reality={reality} />
          </Fragment>
        ))}
      {leavesOpen(form.objections, reality.told) && <WhatBecomes tonight={tonight} />}
      <Sheet open={all} title={tc('moreTitle')} onClose={() => setAll(false)}>
        <Picks legend={tc('moreTitle')} hideLegend error={offer.tooMany}>
          <Chips>
            <TypeChips {...offer} types={types} other />
          </Chips>
        </Picks>
        <Button onClick={() => setAll(false)}>{tc('done')}</Button>
      </Sheet>
    </Picks>
  );
}

interface Offer {
  chosen: ReadonlySet<string | null>;
  toggle: (typeKey: string | null) => void;
  types: readonly ObjectionType[];
  /** Words that fit none of the types. */
  other: boolean;
}

function TypeChips({ chosen, toggle, types, other }: Offer) {
  const chip = (key: string | null, label: string) => (
    <Pick
      key={key ?? ''}
      many
      name="objection"
      value={key ?? ''}
      checked={chosen.has(key)}
      onPick={() => toggle(key)}
    >
      {label}
    </Pick>
  );
  return (
    <>
      {types.map(({ key, short }) => chip(key, inMyLanguage(short)))}
      {other && chip(null, tc('somethingElse'))}
    </>
  );
}

/** What an entry gives back, the same evening where it is told on its day. */
function WhatBecomes({ tonight }: { tonight: Tonight }) {
  return (
    <p class="meta row">
      <Icon of={tonight === 'keptForNext' ? save : evening} small />
      {tc(tonight)}
    </p>
  );
}

function toggled(form: CheckInForm, typeKey: string | null): CheckInForm | null {
  const chosen = form.objections.find((heard) => heard.typeKey === typeKey);
  return chosen ? withoutObjection(form, chosen.id) : withObjection(form, typeKey);
}
