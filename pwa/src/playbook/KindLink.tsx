import { inMyLanguage, type Bilingual } from '../kit/i18n/names';

/** The way from a kind of objection to everything we answer to it. */
export function KindLink({ of: { key, name } }: { of: { key: string; name: Bilingual } }) {
  return (
    <a class="link" href={`/playbook/${key}`}>
      {inMyLanguage(name)}
    </a>
  );
}
