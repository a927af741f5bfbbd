import { lang, type Lang } from '../kit/i18n/lang';
import { Seg } from '../kit/ui/Seg';

interface Props {
  legend: string;
  /** At the end of a line, rather than as wide as there is room. */
  side?: boolean;
  onChange: (language: Lang) => unknown;
}

/** Each language by its own name, for somebody who cannot read the other one. */
export function LanguageChoice({ legend, side = false, onChange }: Props) {
  return (
    <Seg
      legend={legend}
      name="language"
      {...(side && { shape: 'side' as const })}
      options={[
        { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
        { value: 'en', label: 'English', lang: 'en' },
      ]}
      value={lang.value}
      onChange={onChange}
    />
  );
}
