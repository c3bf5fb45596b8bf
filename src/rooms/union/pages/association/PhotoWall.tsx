import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { api, useCommand, usePagesOf } from '@/api'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { photoQueries } from '../../outdated'
import { PhotoGrid, pickPictures, sayHung } from '../../PhotoGrid'

/** What members have photographed. Without a picture, and for whoever cannot add one, it is not there. */
export function PhotoWall({ associationId, now }: { associationId: string; now: number }) {
  const list = usePagesOf(api.union.listPhotos, { associationId })
  const add = useCommand(api.union.addPhotos, { outdates: photoQueries, onDone: sayHung })
  const addPhotos = async () => {
    const fileIds = await pickPictures(limits.postImagesMax)
    if (fileIds.length > 0) await add.run({ associationId, fileIds })
  }
  const photos = list.data?.pages.flatMap(page => page.photos) ?? []
  const mayAdd = list.data?.pages[0]?.mayAdd === true
  if (photos.length === 0 && !mayAdd) return null
  return (
    <Card padding="none">
      <SectionHeader title="照片墙" {...(mayAdd ? { more: '贴照片', onMore: () => void addPhotos() } : {})} />
      {photos.length === 0 ? (
        <View className="association__none">还没有照片，贴上第一张吧</View>
      ) : (
        <PhotoGrid photos={photos} now={now} />
      )}
      {list.hasNextPage ? (
        <Button kind="text" onTap={() => list.fetchNextPage()}>
          更早的照片
        </Button>
      ) : null}
    </Card>
  )
}
