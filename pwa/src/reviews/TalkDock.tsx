import { useLocation } from 'preact-iso';
import { Onward, openQuestion } from './Talk';
import type { Review } from './wire';
import { t } from './words-of-talk';

/** The one next thing: on to the next question, then to the promises and the two taps. */
export default function TalkDock({ review }: { review: Review }) {
  const { query } = useLocation();
  const open = openQuestion(review, query['q']);
  return (
    <div class="row">
      <p class="grow meta">{t('notesGo')}</p>
      {open && query['q'] !== 'promises' && (
        <Onward key={open.key} review={review} question={open} />
      )}
    </div>
  );
}
