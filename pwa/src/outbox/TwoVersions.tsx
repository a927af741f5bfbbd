import { useState } from 'preact/hooks';
import { differing } from '../kit/outbox/answer';
import { resolve, type FieldWords, type Item } from '../kit/outbox';
import { Button } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { edit, send } from '../kit/ui/icons';
import { Pick, Picks, Tiles } from '../kit/ui/Pick';
import { DiscardButton } from './DiscardButton';
import { ItemHead } from './ItemHead';
import { inWords } from './values';
import { t } from './words';

type Side = 'mine' | 'theirs';

interface Props {
  item: Item;
  theirs: Record<string, unknown>;
  first: boolean;
}

/** Somebody changed the same record: field by field, the writer says which words stand. */
export function TwoVersions({ item, theirs, first }: Props) {
  const [chosen, setChosen] = useState<Partial<Record<string, Side>>>({});
  const [asked, setAsked] = useState(false);
  const mine = (item.body ?? {}) as Record<string, unknown>;
  const fields = differing(mine, theirs);
  const sendChoice = () => {
    setAsked(true);
    if (fields.every((field) => chosen[field])) {
      void resolve(
        item.id,
        fields.filter((field) => chosen[field] === 'mine'),
      );
    }
  };
  return (
    <Card as="article">
      <ItemHead item={item} icon={edit} />
      <p>{t('changed')}</p>
      {fields.map((field) => (
        <OneField
          key={field}
          name={`${item.id}-${field}`}
          words={item.label.fields?.[field] ?? { name: field }}
          values={{ mine: mine[field], theirs: theirs[field] }}
          chosen={chosen[field]}
          missing={asked && !chosen[field]}
          onChoose={(side) => setChosen({ ...chosen, [field]: side })}
        />
      ))}
      <Button look={first ? 'main' : 'plain'} icon={send} onClick={sendChoice}>
        {t('sendChoice')}
      </Button>
      <DiscardButton item={item} />
    </Card>
  );
}

interface FieldProps {
  name: string;
  words: FieldWords;
  values: Record<Side, unknown>;
  chosen: Side | undefined;
  missing: boolean;
  onChoose: (side: Side) => void;
}

function OneField({ name, words, values, chosen, missing, onChoose }: FieldProps) {
  return (
    <Picks legend={words.name} error={missing ? t('choose') : undefined}>
      <Tiles>
        {(['mine', 'theirs'] as const).map((side) => (
          <Pick
            key={side}
            name={name}
            value={side}
            checked={chosen === side}
            onPick={() => onChoose(side)}
          >
            {t(side, { value: inWords(values[side], words.options) })}
          </Pick>
        ))}
      </Tiles>
    </Picks>
  );
}
