import { View } from '@tarojs/components'
import { api, fileUrl, useQueryOf } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Picture } from '@/ui/picture/Picture'
import { coverNote } from './coverNote'
import './covers.scss'
import { useAddPhotos } from './useAddPhotos'

interface CoversProps {
  associationId: string
  /** What is chosen; empty: the cover stays. */
  coverPhotoId: string
  onChange: (part: { coverPhotoId: string }) => void
}

/** A cover out of the pictures of the wall that have passed the check, to which the phone adds. */
export function Covers({ associationId, coverPhotoId, onChange }: CoversProps) {
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
      {photos.length > 0 ? (
        <View className="covers" {...spokenAs('group')} aria-label="封面">
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
