import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { api, fileUrl, type Output, useCommand, useLast } from '@/api'
import { Button } from '@/ui/button/Button'
import { sayWhen } from '@/ui/clock/moment'
import { Picture } from '@/ui/picture/Picture'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { photoQueries } from './outdated'
import './photoGrid.scss'

type Photo = Output<typeof api.union.listPhotos>['photos'][number]

/** What is said once pictures have been put up. */
export function sayHung({ added }: { added: number }): void {
  toast.show(`${added} 张已交去检查，通过后大家就能看到`)
}

interface PhotoSheetProps {
  photo: Photo | undefined
  now: number
  onClose: () => void
}

function PhotoSheet({ photo: opened, now, onClose }: PhotoSheetProps) {
  // The sheet slides out with its picture still on it.
  const photo = useLast(opened)
  const remove = useCommand(api.union.removePhoto, {
    outdates: photoQueries,
    onDone: () => {
      onClose()
      toast.show('已经取下')
    },
  })
  return (
    <Sheet
      open={opened !== undefined}
      title={photo ? `${photo.by.name} · ${sayWhen(photo.at, now)}` : ''}
      onClose={onClose}
      note={photo?.checking ? '还在检查，现在只有你看得到' : undefined}
      action={
        <>
          {photo?.removable ? (
            <Button kind="danger" onTap={() => remove.run({ photoId: photo.photoId })}>
              取下照片
            </Button>
          ) : null}
          <Button
            kind="secondary"
            onTap={() => (photo ? Taro.previewImage({ urls: [fileUrl(photo.fileId)] }) : undefined)}
          >
            看大图
          </Button>
        </>
      }
    >
      {photo ? <Picture src={fileUrl(photo.fileId)} alt={`${photo.by.name}的照片`} ratio={4 / 3} /> : null}
    </Sheet>
  )
}

interface PhotoGridProps {
  photos: readonly Photo[]
  now: number
}

/** Pictures in threes; a tap opens one, to be looked at or taken down. */
export function PhotoGrid({ photos, now }: PhotoGridProps) {
  const [opened, setOpened] = useState<Photo>()
  return (
    <>
      <View className="photo-grid">
        {photos.map(photo => (
          <View key={photo.photoId} className="photo-grid__photo">
            <Picture
              src={fileUrl(photo.fileId)}
              alt={`${photo.by.name}的照片${photo.checking ? '，还在检查' : ''}`}
              onTap={() => setOpened(photo)}
            />
            {photo.checking ? <View className="photo-grid__checking">检查中</View> : null}
          </View>
        ))}
      </View>
      <PhotoSheet photo={opened} now={now} onClose={() => setOpened(undefined)} />
    </>
  )
}
