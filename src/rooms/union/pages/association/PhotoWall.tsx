import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePagesOf } from '@/api'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { PhotoGrid } from '../../PhotoGrid'
import { useAddPhotos } from '../../useAddPhotos'

interface PhotoWallProps {
  associationId: string
  /** The newest photos, as they came with the page. */
  wall: Output<typeof api.union.openAssociation>['wall']
  now: number
}

/** The photos that came with the page, and older ones once somebody asks for them. */
function useOlder(associationId: string, { photos, next }: PhotoWallProps['wall']) {
  const [isAsked, setAsked] = useState(false)
  const from = next ?? undefined
  const older = usePagesOf(
    api.union.listPhotos,
    { associationId },
    { ...(from === undefined ? {} : { from }), enabled: isAsked && from !== undefined },
  )
  return {
    photos: [...photos, ...(older.data?.pages.flatMap(page => page.photos) ?? [])],
    hasMore: older.data ? older.hasNextPage : next !== null,
    failed: older.isError,
    showMore: () => {
      setAsked(true)
      if (older.data) void older.fetchNextPage()
      else if (older.isError) void older.refetch()
    },
  }
}

/** What members have photographed. Without a picture, and for whoever cannot add one, it is not there. */
export function PhotoWall({ associationId, wall, now }: PhotoWallProps) {
  const { photos, hasMore, failed, showMore } = useOlder(associationId, wall)
  const addPhotos = useAddPhotos(associationId)
  if (photos.length === 0 && !wall.mayAdd) return null
  return (
    <Card padding="none">
      <SectionHeader
        title="照片墙"
        {...(wall.mayAdd ? { more: '贴照片', onMore: () => void addPhotos() } : {})}
      />
      {photos.length === 0 ? (
        <View className="association__none">还没有照片，贴上第一张吧</View>
      ) : (
        <PhotoGrid photos={photos} now={now} />
      )}
      {hasMore ? (
        <Button kind="text" onTap={showMore}>
          {failed ? '没能加载，点这里再试' : '更早的照片'}
        </Button>
      ) : null}
    </Card>
  )
}
