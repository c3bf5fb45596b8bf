import { centreLimits } from '@domain/booking/centreWords'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { usePicking } from '@/rooms/pickPictures'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { Picture } from '@/ui/picture/Picture'
import type { CentreDraft } from './centreDraft'
import { RowTools } from './RowTools'
import { swapped } from './rows'
import type { FieldsProps } from './TextFields'

/** The cover and what can be leafed through above the page, each with a line of its own. */
export function GalleryFields({ draft, change }: Pick<FieldsProps, 'draft' | 'change'>) {
  const { gallery, coverFileId } = draft
  const { busy, add } = usePicking(centreLimits.galleryMax - gallery.length, added =>
    change({ gallery: [...gallery, ...added.map(fileId => ({ fileId, caption: '' }))] }),
  )
  const put = (rows: CentreDraft['gallery']) => change({ gallery: rows })
  return (
    <Card>
      <View className="t16 medium">照片</View>
      <View className="centre-edit__picture mt-12">
        <Picture src={fileUrl(coverFileId)} alt="封面" width={88} height={66} />
        <View className="grow t14 secondary">封面，在列表和参观券上</View>
      </View>
      {gallery.map(({ fileId, caption }, index) => (
        <View key={fileId} className="centre-edit__day">
          <View className="centre-edit__picture">
            <Picture src={fileUrl(fileId)} alt={`第 ${index + 1} 张`} width={88} height={66} />
            <View className="grow">
              <Field
                label={`第 ${index + 1} 张的说明`}
                maxLength={centreLimits.captionMax}
                value={caption}
                placeholder="可以不写"
                onChange={words =>
                  put(gallery.map((one, at) => (at === index ? { ...one, caption: words } : one)))
                }
              />
            </View>
          </View>
          <RowTools
            name={`第 ${index + 1} 张`}
            onUp={index > 0 ? () => put(swapped(gallery, index)) : undefined}
            onRemove={() => put(gallery.filter((_one, at) => at !== index))}
          >
            {fileId === coverFileId ? null : (
              <Button kind="text" size="small" onTap={() => change({ coverFileId: fileId })}>
                当封面
              </Button>
            )}
          </RowTools>
        </View>
      ))}
      {gallery.length < centreLimits.galleryMax ? (
        <View className="mt-12">
          <Button kind="soft" block icon="cam" disabled={busy} onTap={() => void add()}>
            {busy ? '上传中' : '加照片'}
          </Button>
        </View>
      ) : null}
    </Card>
  )
}

/** What one sees there, stop by stop. */
export function StoryFields({ draft, change, problems }: FieldsProps) {
  const { story } = draft
  const put = (index: number, part: Partial<CentreDraft['story'][number]>) =>
    change({ story: story.map((stop, at) => (at === index ? { ...stop, ...part } : stop)) })
  return (
    <Card>
      <View className="t16 medium">走一圈看到什么</View>
      {problems.story ? <View className="t12 bad mt-4">{problems.story}</View> : null}
      {story.map(({ title, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stop has no identity but its place on the way
        <View key={index} className="centre-edit__day">
          <Field
            label={`第 ${index + 1} 站`}
            maxLength={limits.nameMax}
            value={title}
            placeholder="1959，一根带子"
            onChange={words => put(index, { title: words })}
          />
          <Field
            label={`第 ${index + 1} 站说什么`}
            multiline
            maxLength={limits.reasonMax}
            value={text}
            onChange={words => put(index, { text: words })}
          />
          <RowTools
            name={`第 ${index + 1} 站`}
            onUp={index > 0 ? () => change({ story: swapped(story, index) }) : undefined}
            onRemove={() => change({ story: story.filter((_stop, at) => at !== index) })}
          />
        </View>
      ))}
      {story.length < centreLimits.storyMax ? (
        <View className="mt-12">
          <Button
            kind="soft"
            block
            icon="plus"
            onTap={() => change({ story: [...story, { title: '', text: '' }] })}
          >
            加一站
          </Button>
        </View>
      ) : null}
    </Card>
  )
}
