import { Field } from '../kit/ui/Field';
import { help } from '../kit/ui/icons';
import { Chips, Pick } from '../kit/ui/Pick';
import type { Part } from './use-check-in-form';
import { t as tc } from './words-of-check-in';

/** A plain wish for now: whoever leads the team sees it and comes. */
export function HelpWish({ form, change }: Part) {
  return (
    <section>
      <Chips>
        <Pick
          many
          name="wants_help"
          value="yes"
          icon={help}
          checked={form.wantsHelp}
          onPick={(wantsHelp) => change({ wantsHelp })}
        >
          {tc('help')}
        </Pick>
      </Chips>
      {form.wantsHelp && (
        <Field
          label={tc('helpWords')}
          name="help_words"
          value={form.helpWords}
          hint={tc('helpHint')}
          lines={2}
          maxLength={2000}
          onInput={(helpWords) => change({ helpWords })}
        />
      )}
    </section>
  );
}
