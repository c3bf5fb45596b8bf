import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { api, fileUrl, useQueryOf } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Picture } from '@/ui/picture/Picture'
import { coverNote } from './coverNote'
import './covers.scss'
import { ASSOCIATION_COVER } from './eventDraft'
import { useAddPhotos } from './useAddPhotos'

interface CoversProps {
  associationId: string
  /** What is chosen; empty: the cover stays. */
  coverPhotoId: string
  onChange: (part: { coverPhotoId: string }) => void
  /** Of an event: the association's, which it has as long as it has none of its own. */
  common?: { cover: ReactNode; isOn: boolean }
}

/** A cover out of the pictures of the wall that have passed the check, to which the phone adds. */
export function Covers({ associationId, coverPhotoId, onChange, common }: CoversProps) {
  const query = useQueryOf(api.union.listPhotos, { associationId })
  const add = useAddPhotos(associationId)
  const photos = query.data?.photos ?? []
  const note = query.data ? coverNote(photos) : ''
  return (
    <View>
      <View className="row row--between">
        <View className="t12 secondary">封面</View>
        <Button kind="text" icon="plus" onTap={() => void add()}>
          从手机选
        </Button>
      </View>
      {photos.length > 0 || common ? (
        <View className="covers" {...spokenAs('group')} aria-label="封面">
          {common ? (
            <View className={`covers__cover${common.isOn ? ' covers__cover--on' : ''}`}>
              <View
                {...tappable(`协会的封面${common.isOn ? '，已选' : ''}`)}
                onClick={() => onChange({ coverPhotoId: ASSOCIATION_COVER })}
              >
                {common.cover}
              </View>
              <View className="t12 secondary">协会的封面</View>
            </View>
          ) : null}
          {photos.map(({ photoId, fileId, by, checking }) => {
            const isChosen = coverPhotoId === photoId
            const state = checking ? '，还在检查' : isChosen ? '，已选' : ''
            const choose = () => onChange({ coverPhotoId: isChosen ? '' : photoId })
            return (
              <View key={photoId} className={`covers__cover${isChosen ? ' covers__cover--on' : ''}`}>
                <Picture
                  src={fileUrl(fileId)}
                  alt={`${by.name}的照片${state}`}
                  {...(checking ? {} : { onTap: choose })}
                />
                {checking ? <View className="t12 secondary">检查中</View> : null}
              </View>
            )
          })}
        </View>
      ) : null}
      {note ? <View className="t12 secondary mt-8">{note}</View> : null}
    </View>
  )
}
