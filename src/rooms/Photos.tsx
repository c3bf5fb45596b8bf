import { View } from '@tarojs/components'
import { useState } from 'react'
import { fileUrl } from '@/api'
import { usePicking } from '@/rooms/pickPictures'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { Picture } from '@/ui/picture/Picture'
import './photos.scss'

/** Photos on their way into the storage, up to `most`. */
export function usePhotos(most: number) {
  const [fileIds, setFileIds] = useState<string[]>([])
  const { busy, add } = usePicking(most - fileIds.length, added =>
    setFileIds(before => [...before, ...added].slice(0, most)),
  )
  const remove = (fileId: string) => setFileIds(before => before.filter(one => one !== fileId))
  return { fileIds, busy, most, add, remove, clear: () => setFileIds([]) }
}

/** The photos chosen so far, and the place for the next. */
export function Photos({ photos }: { photos: ReturnType<typeof usePhotos> }) {
  const { fileIds, busy, most, add, remove } = photos
  return (
    <View className="photos">
      {fileIds.map((fileId, index) => (
        <View key={fileId} className="photos__cell">
          <Picture src={fileUrl(fileId)} alt={`第 ${index + 1} 张照片`} />
          <View
            className="photos__cross"
            {...tappable(`去掉第 ${index + 1} 张照片`)}
            onClick={() => remove(fileId)}
          >
            <Icon name="close" size={16} />
          </View>
        </View>
      ))}
      {fileIds.length < most ? (
        <View
          className="photos__add"
          {...tappable(`添加照片，${fileIds.length} / ${most}`)}
          onClick={() => void (busy ? undefined : add())}
        >
          <Icon name="cam" />
          <View className="t12 secondary">{busy ? '上传中' : `${fileIds.length} / ${most}`}</View>
        </View>
      ) : null}
    </View>
  )
}
