import { lang, speak, type Lang } from '../kit/i18n/lang';
import { Seg, type SegOption } from '../kit/ui/Seg';

/** Each language by its own name, for somebody who cannot read the other one. */
export const LANGUAGES: readonly SegOption<Lang>[] = [
  { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
  { value: 'en', label: 'English', lang: 'en' },
];

/** Before anybody is known: a choice of this phone only. */
export function LanguageChoice({ legend }: { legend: string }) {
  return (
    <Seg
      legend={legend}
      name="language"
      shape="side"
      options={LANGUAGES}
      value={lang.value}
      onChange={speak}
    />
  );
}
