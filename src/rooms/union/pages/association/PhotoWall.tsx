import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { ApiError, api, fileUrl, type Output, uploadImage, useCommand, useLast, usePagesOf } from '@/api'
import { choosePictures } from '@/rooms/choosePictures'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { Picture } from '@/ui/picture/Picture'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { associationQueries } from '../../outdated'

type Wall = Output<typeof api.union.openAssociation>['wall']
type Photo = Wall['photos'][number]

const PHOTOS_AT_ONCE = 9

/** Chooses, uploads and puts up; every step that fails says so. */
function useAdding(associationId: string) {
  const add = useCommand(api.union.addPhotos, {
    outdates: associationQueries,
    onDone: ({ added }) => toast.show(`${added} 张已交去检查，通过后大家就能看到`),
  })
  return async () => {
    const paths = await choosePictures(PHOTOS_AT_ONCE)
    if (paths.length === 0) return
    try {
      await add.run({ associationId, fileIds: await Promise.all(paths.map(uploadImage)) })
    } catch (error) {
      toast.show(error instanceof ApiError ? error.message : '照片没有传上去，请再试一次')
    }
  }
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
    outdates: associationQueries,
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

interface PhotoWallProps {
  associationId: string
  /** The newest photos, as they came with the page. */
  wall: Wall
  now: number
}

/** What members have photographed. Without a picture, and for whoever cannot add one, it is not there. */
export function PhotoWall({ associationId, wall, now }: PhotoWallProps) {
  const [goesOn, setGoesOn] = useState(false)
  const from = wall.next ?? undefined
  const older = usePagesOf(api.union.listPhotos, { associationId }, { from, enabled: goesOn && !!from })
  const addPhotos = useAdding(associationId)
  const [opened, setOpened] = useState<Photo>()
  const photos = [...wall.photos, ...(older.data?.pages.flatMap(page => page.photos) ?? [])]
  if (photos.length === 0 && !wall.mayAdd) return null
  const hasMore = older.data ? older.hasNextPage : wall.next !== null
  const showMore = () => {
    if (!older.data) setGoesOn(true)
    void (older.data ? older.fetchNextPage() : older.isError ? older.refetch() : undefined)
  }
  return (
    <Card padding="none">
      <SectionHeader
        title="照片墙"
        {...(wall.mayAdd ? { more: '贴照片', onMore: () => void addPhotos() } : {})}
      />
      {photos.length === 0 ? (
        <View className="association__none">还没有照片，贴上第一张吧</View>
      ) : (
        <View className="association__wall">
          {photos.map(photo => (
            <View key={photo.photoId} className="association__photo">
              <Picture
                src={fileUrl(photo.fileId)}
                alt={`${photo.by.name}的照片${photo.checking ? '，还在检查' : ''}`}
                onTap={() => setOpened(photo)}
              />
              {photo.checking ? <View className="association__checking">检查中</View> : null}
            </View>
          ))}
        </View>
      )}
      {hasMore ? (
        <Button kind="text" onTap={showMore}>
          {older.isError ? '没能加载，点这里再试' : '更早的照片'}
        </Button>
      ) : null}
      <PhotoSheet photo={opened} now={now} onClose={() => setOpened(undefined)} />
    </Card>
  )
}
