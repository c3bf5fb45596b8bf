import { type Lead, leads, termFieldKeys, termFields, termLimits } from '@domain/knowledge/term'
import { View } from '@tarojs/components'
import { Field } from '@/ui/field/Field'
import { Options } from '@/ui/options/Options'
import { Switch } from '@/ui/switch/Switch'
import type { TermDraft } from '../../termDraft'

interface TermFieldsProps {
  draft: TermDraft
  onChange: (part: Partial<TermDraft>) => void
}

const leadNames: Record<Lead, string> = { abbreviation: '缩写', zh: '中文', en: '英文', sv: '瑞典语' }

const names = leads.map(key => ({ key, text: leadNames[key] }))
const fields = termFieldKeys.map(key => ({ key, text: termFields[key] }))

/** Everything that a word has, in the order in which its page says it. */
export function TermFields({ draft, onChange }: TermFieldsProps) {
  const line = (key: keyof TermDraft & string, label: string, maxLength: number, placeholder: string) => (
    <Field
      label={label}
      value={String(draft[key])}
      maxLength={maxLength}
      placeholder={placeholder}
      onChange={value => onChange({ [key]: value })}
    />
  )
  return (
    <>
      {line('abbreviation', '缩写', termLimits.abbreviationMax, '没有就空着')}
      {line('zh', '中文', termLimits.nameMax, '盲点信息系统')}
      {line('en', '英文', termLimits.nameMax, 'Blind Spot Information System')}
      {line('sv', '瑞典语', termLimits.nameMax, '沿用英文名就空着')}
      <Options
        label="大家平时叫它"
        options={names}
        value={draft.lead}
        onChange={lead => onChange({ lead })}
      />
      <Options label="领域" options={fields} value={draft.field} onChange={field => onChange({ field })} />
      {line('gist', '一句话', termLimits.gistMax, '后视镜边上那盏小灯')}
      <Field
        label="解释"
        multiline
        value={draft.explanation}
        maxLength={termLimits.explanationMax}
        placeholder="说给刚来的同事听"
        onChange={explanation => onChange({ explanation })}
      />
      {line('likeness', '打个比方', termLimits.likenessMax, '没有就空着')}
      {line('aliases', '也叫', termLimits.nameMax * 2, '用顿号隔开')}
      {line('related', '常和它一起出现', termLimits.nameMax * 2, '词库里有的词，用顿号隔开')}
      {line('source', '来源', termLimits.sourceMax, '车主手册')}
      <View className="row row--between gap-12">
        <View className="grow">
          <View className="t16">在正文里标出来</View>
          <View className="t12 secondary">太常见的词关掉，免得到处是下划线</View>
        </View>
        <Switch label="在正文里标出来" on={draft.inText} onChange={inText => onChange({ inText })} />
      </View>
    </>
  )
}
