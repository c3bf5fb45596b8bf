import { articleLimits, columnKeys, columns } from '@domain/content/article'
import { View } from '@tarojs/components'
import { fileUrl, uploadImage } from '@/api'
import { choosePictures } from '@/rooms/choosePictures'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Picture } from '@/ui/picture/Picture'
import { Switch } from '@/ui/switch/Switch'
import { toast } from '@/ui/toast/store'
import { useCoverCut } from '../../useCoverCut'
import type { ArticleDraft } from './articleDraft'

export interface PartProps {
  draft: ArticleDraft
  change: (part: Partial<ArticleDraft>) => void
}

export function Cover({ draft, change }: PartProps) {
  const { cut, sheet } = useCoverCut()
  const choose = async () => {
    const [path] = await choosePictures(1)
    const cover = path && (await cut(path))
    if (!cover) return
    try {
      change({ coverId: await uploadImage(cover) })
    } catch {
      toast.show('封面没有传上去，看看网络，再试一次')
    }
  }
  return (
    <View className="pad column gap-8">
      {draft.coverId ? <Picture src={fileUrl(draft.coverId)} alt="封面" ratio={16 / 9} /> : null}
      <Button kind="secondary" icon="img" onTap={choose}>
        {draft.coverId ? '换封面' : '选封面'}
      </Button>
      {sheet}
    </View>
  )
}

export function Names({ draft, change }: PartProps) {
  const { titleMax, summaryMax, bylineMax } = articleLimits
  return (
    <View className="pad column gap-12">
      <Field
        label="标题"
        value={draft.title}
        maxLength={titleMax}
        placeholder="一句话让人想读"
        onChange={title => change({ title })}
      />
      <Field
        label="摘要"
        value={draft.summary}
        maxLength={summaryMax}
        placeholder="列表、搜索和分享卡片上的一句"
        onChange={summary => change({ summary })}
      />
      <Field
        label="署名"
        value={draft.byline}
        maxLength={bylineMax}
        placeholder="谁写的，可以不填"
        onChange={byline => change({ byline })}
      />
      <View {...spokenAs('radiogroup')} aria-label="栏目">
        <View className="t12 secondary">栏目</View>
        <View className="draft__options">
          {columnKeys.map(column => (
            <Chip key={column} on={draft.column === column} onTap={() => change({ column })}>
              {columns[column]}
            </Chip>
          ))}
        </View>
      </View>
    </View>
  )
}

const switches = [
  { key: 'comments', title: '可以评论', meta: '和沃谈会一样，有版主看着' },
  { key: 'push', title: '发布时推送', meta: '一条官方消息，点过提醒的同事微信里也有' },
  { key: 'mustRead', title: '必读', meta: '读到文末确认，按部门统计' },
] as const

/** What is out already was told of when it appeared. */
export function Options({ draft, change, isRevision }: PartProps & { isRevision: boolean }) {
  const shown = isRevision ? switches.filter(({ key }) => key !== 'push') : switches
  return (
    <View>
      {shown.map(({ key, title, meta }) => (
        <ListRow
          key={key}
          title={title}
          meta={meta}
          end={<Switch label={title} on={draft[key]} onChange={on => change({ [key]: on })} />}
        />
      ))}
      {draft.mustRead ? (
        <View className="pad">
          <PickerField
            label="确认到哪天（可以不填）"
            mode="date"
            value={draft.mustReadBy}
            onChange={mustReadBy => change({ mustReadBy })}
          />
        </View>
      ) : null}
    </View>
  )
}
