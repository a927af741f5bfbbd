/** What the marks of a certification look like: trainer and admin write it in the organisation's own words. */
import { useState } from 'preact/hooks';
import { me } from '../kit/api/session';
import { both, isSaid } from '../kit/form/both';
import { BothLanguages, Ending, Meanwhile, Problem } from '../kit/form/Parts';
import { useEditing } from '../kit/form/use-editing';
import { inMyLanguage } from '../kit/i18n/names';
import { IconButton } from '../kit/ui/Button';
import { Card } from '../kit/ui/Card';
import { edit as pencil } from '../kit/ui/icons';
import { Page } from '../kit/ui/Page';
import { Chips, Pick } from '../kit/ui/Pick';
import { Sheet } from '../kit/ui/Sheet';
import { Skeleton } from '../kit/ui/Skeleton';
import { Tag } from '../kit/ui/Tag';
import { say } from '../kit/ui/Toast';
import { ReadNote } from '../people/ReadNote';
import { changeArea, PLACE, useTemplate, type TemplateArea } from './certification-remote';
import { t } from './words-of-anchors';

type Fields = Pick<TemplateArea, 'anchors' | 'must_pass'>;

export default function Anchors() {
  const read = useTemplate();
  const [open, setOpen] = useState<TemplateArea | null>(null);
  const back = me.value?.role === 'admin' ? '/organisation' : PLACE;
  return (
    <Page title={t('template')} meta={t('templateMeta')} back={back} refresh={[read]}>
      <ReadNote of={read} />
      {!read.value && !read.error && <Skeleton rows={6} />}
      {read.value?.areas.map((one) => (
        <Shown key={one.area} of={one} onEdit={() => setOpen(one)} />
      ))}
      {open && <AreaSheet key={open.area} of={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function Shown({ of, onEdit }: { of: TemplateArea; onEdit: () => unknown }) {
  const name = t(of.area);
  return (
    <Card>
      <h2 class="row">
        <span class="grow">{name}</span>
        {of.must_pass && <Tag>{t('mustPass')}</Tag>}
        <IconButton icon={pencil} label={t('change', { what: name })} onClick={onEdit} />
      </h2>
      <dl class="stack">
        {of.anchors.map((said, place) => (
          <div key={place}>
            <dt class="meta">{t('mark', { n: place + 1 })}</dt>
            <dd>{inMyLanguage(said)}</dd>
          </div>
        ))}
      </dl>
      {of.own && <p class="meta">{t('own')}</p>}
    </Card>
  );
}

function AreaSheet({ of, onClose }: { of: TemplateArea; onClose: () => unknown }) {
  const name = t(of.area);
  const { draft, change, asked, busy, problem, submit, meanwhile } = useEditing<
    Fields,
    TemplateArea
  >({
    stored: of,
    fieldsOf: ({ anchors, must_pass }) => ({ anchors, must_pass }),
    isComplete: ({ anchors }) => anchors.every(isSaid),
    save: (patch, version) => changeArea(of.area, wholeOf(patch), version),
    onSaved: () => {
      say(t('saved'));
      onClose();
    },
  });
  return (
    <Sheet open title={t('change', { what: name })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Meanwhile changes={meanwhile.length > 0 ? [name] : []} />
        {draft.anchors.map((said, place) => (
          <BothLanguages
            key={place}
            label={t('mark', { n: place + 1 })}
            name={`mark-${place + 1}`}
            lines={2}
            value={said}
            error={asked && !isSaid(said) ? t('lackText') : undefined}
            onInput={(text) => change({ anchors: draft.anchors.with(place, text) })}
          />
        ))}
        {!of.must_pass && (
          <Chips>
            <Pick
              many
              name="must_pass"
              value="must"
              checked={draft.must_pass}
              onPick={(must_pass) => change({ must_pass })}
            >
              {t('makeMust')}
            </Pick>
          </Chips>
        )}
        <Problem of={problem} />
        <Ending busy={busy} onClose={onClose} />
      </form>
    </Sheet>
  );
}

/** The five sentences go together; the area that has to hold gives that up only to another one. */
function wholeOf({ anchors, must_pass }: Partial<Fields>) {
  return {
    ...(anchors && { anchors: anchors.map(both) }),
    ...(must_pass && { must_pass: true as const }),
  };
}
