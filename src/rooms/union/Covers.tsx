import { View } from '@tarojs/components'
import { api, fileUrl, useQueryOf } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import { Picture } from '@/ui/picture/Picture'
import './covers.scss'

interface CoversProps {
  associationId: string
  /** What is chosen; empty: the cover stays. */
  coverPhotoId: string
  onChange: (part: { coverPhotoId: string }) => void
}

/** A cover out of the pictures of the wall that have passed the check. */
export function Covers({ associationId, coverPhotoId, onChange }: CoversProps) {
  const query = useQueryOf(api.union.listPhotos, { associationId })
  const passed = query.data?.photos.filter(({ checking }) => !checking) ?? []
  return (
    <View>
      <View className="t12 secondary">封面，从照片墙里选</View>
      {passed.length === 0 ? (
        <View className="t14 mt-8">照片墙上还没有通过检查的照片，先去协会页面贴几张。</View>
      ) : (
        <View className="covers" {...spokenAs('group')} aria-label="封面">
          {passed.map(({ photoId, fileId, by }) => (
            <View
              key={photoId}
              className={`covers__cover${coverPhotoId === photoId ? ' covers__cover--on' : ''}`}
            >
              <Picture
                src={fileUrl(fileId)}
                alt={`${by.name}的照片${coverPhotoId === photoId ? '，已选' : ''}`}
                onTap={() => onChange({ coverPhotoId: coverPhotoId === photoId ? '' : photoId })}
              />
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
