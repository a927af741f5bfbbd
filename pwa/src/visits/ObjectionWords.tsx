import { inMyLanguage } from '../kit/i18n/names';
import { Field } from '../kit/ui/Field';
import { languageOf, Said, Talk } from '../kit/ui/Talk';
import type { ObjectionChosen } from './check-in';
import type { ObjectionType } from '../clients/wire';
import { t as tc } from './words-of-check-in';

interface Props {
  heard: ObjectionChosen;
  type: ObjectionType | undefined;
  /** Something was left open: words without a type have to be said. */
  lacking: boolean;
  onInput: (words: string) => void;
}

/** The client is the only expert: the words are kept as they were spoken. */
export function ObjectionWords({ heard, type, lacking, onInput }: Props) {
  const words = heard.words.trim();
  const open = lacking && !heard.typeKey && !words;
  return (
    <>
      <Field
        label={type ? tc('hisWordsOn', { short: inMyLanguage(type.short) }) : tc('hisWords')}
        name={`words-${heard.id}`}
        value={heard.words}
        lines={1}
        maxLength={200}
        {...(type && { placeholder: inMyLanguage(type.words) })}
        error={open ? tc('lackWords') : undefined}
        onInput={onInput}
      />
      {words && (
        <Talk>
          <Said lang={languageOf(words)}>{words}</Said>
        </Talk>
      )}
    </>
  );
}
