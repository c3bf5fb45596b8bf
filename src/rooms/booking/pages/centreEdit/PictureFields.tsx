import { centreLimits } from '@domain/booking/centreWords'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { usePicking } from '@/rooms/pickPictures'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { FieldAt } from '@/ui/field/FieldAt'
import { Picture } from '@/ui/picture/Picture'
import { FormRows } from './FormRows'
import type { FieldsProps } from './TextFields'

/** The cover and what can be leafed through above the page, each with a line of its own. */
export function GalleryFields({ draft, change }: Pick<FieldsProps, 'draft' | 'change'>) {
  const { gallery, coverFileId } = draft
  const { busy, add } = usePicking(centreLimits.galleryMax - gallery.length, added =>
    change({ gallery: [...gallery, ...added.map(fileId => ({ fileId, caption: '' }))] }),
  )
  return (
    <Card>
      <View className="t16 medium">照片</View>
      <View className="centre-edit__picture mt-12">
        <Picture src={fileUrl(coverFileId)} alt="封面" width={88} height={66} />
        <View className="grow t14 secondary">封面，在列表和入场券上</View>
      </View>
      <FormRows
        rows={gallery}
        nameOf={(_picture, index) => `第 ${index + 1} 张`}
        onChange={rows => change({ gallery: rows })}
        tools={({ fileId }) =>
          fileId === coverFileId ? null : (
            <Button kind="text" size="small" onTap={() => change({ coverFileId: fileId })}>
              当封面
            </Button>
          )
        }
      >
        {({ fileId, caption }, name, changePicture) => (
          <View className="centre-edit__picture">
            <Picture src={fileUrl(fileId)} alt={name} width={88} height={66} />
            <View className="grow">
              <Field
                label={`${name}的说明`}
                maxLength={centreLimits.captionMax}
                value={caption}
                placeholder="可以不写"
                onChange={words => changePicture({ caption: words })}
              />
            </View>
          </View>
        )}
      </FormRows>
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
  return (
    <Card>
      <View className="t16 medium">走一圈看到什么</View>
      <FormRows
        rows={story}
        nameOf={(_stop, index) => `第 ${index + 1} 站`}
        onChange={rows => change({ story: rows })}
      >
        {({ title, text }, name, changeStop, index) => (
          <>
            <FieldAt
              path={`story.${index}.title`}
              problems={problems}
              label={name}
              maxLength={limits.nameMax}
              value={title}
              placeholder="1959，一根带子"
              onChange={words => changeStop({ title: words })}
            />
            <FieldAt
              path={`story.${index}.text`}
              problems={problems}
              label={`${name}说什么`}
              multiline
              maxLength={limits.reasonMax}
              value={text}
              onChange={words => changeStop({ text: words })}
            />
          </>
        )}
      </FormRows>
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
