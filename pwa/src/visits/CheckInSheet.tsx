import { IconButton } from '../kit/ui/Button';
import { help } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { late } from '../late';
import type { VisitAtHand } from './actions';
import { AmountWhenDue } from './AmountField';
import { heardSomebody } from './check-in';
import { Amendments, OfThatDay, StandingNote } from './CheckInHistory';
import { HelpWish } from './HelpWish';
import { MetPicks } from './MetPicks';
import { MoreFacts } from './MoreFacts';
import { NextStepPicks } from './NextStepPicks';
import { ObjectionPicks } from './ObjectionPicks';
import { OutcomePicks } from './OutcomePicks';
import { RehearsedRows } from './RehearsedRows';
import { SaveDock } from './SaveDock';
import { useCheckInForm } from './use-check-in-form';
import type { Rehearsal } from './use-reality';
import type { Contact } from './wire';
import { t } from './words';
import { t as tc } from './words-of-check-in';

const VoicePart = late(
  () => import('./VoicePart'),
  () => null,
);

interface Props {
  visit: VisitAtHand;
  rehearsal: Rehearsal;
  contacts: readonly Contact[];
}

/** The whole form; only the outcome is always needed, and what it brings with it. */
export function CheckInSheet({ visit, rehearsal, contacts }: Props) {
  const { part, note, tonight, reality, busy, save, askForHelp } = useCheckInForm(visit, rehearsal);
  const metSomebody = heardSomebody(part.form.outcome);
  return (
    <Page
      title={visit.client.name || tc('title')}
      meta={subtitle({ ...visit, purpose: part.form.purpose ?? visit.purpose })}
      back="/"
      actions={<IconButton icon={help} label={tc('helpAsk')} onClick={askForHelp} />}
      dock={<SaveDock form={part.form} busy={busy} onSave={save} />}
    >
      <StandingNote visit={visit} day={rehearsal.day} />
      <OfThatDay visit={visit} day={rehearsal.day} />
      <OutcomePicks {...part} />
      <AmountWhenDue {...part} />
      {metSomebody && <RehearsedRows reality={reality} lacks={part.lacks} />}
      {metSomebody && <ObjectionPicks {...part} tonight={tonight} reality={reality} />}
      <NextStepPicks {...part} />
      {metSomebody && <MetPicks {...part} contacts={contacts} expected={visit.contact} />}
      <HelpWish {...part} />
      <VoicePart note={note} />
      <MoreFacts {...part} planned={visit.purpose} />
      <Amendments of={visit.checkIn?.amendments ?? []} />
    </Page>
  );
}

function subtitle({ contact, purpose }: VisitAtHand): string {
  const words = { purpose: t(purpose).toLowerCase() };
  return contact ? tc('metaWith', { ...words, contact: contact.name }) : tc('meta', words);
}
