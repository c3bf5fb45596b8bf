import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, usePagesOf } from '@/api'
import { openPage } from '@/rooms/open'
import { pickPictures } from '@/rooms/pickPictures'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { photoQueries } from '../../outdated'
import { PhotoGrid, sayHung } from '../../PhotoGrid'
import { Words } from '../../Words'

type Opened = Output<typeof api.union.openEvent>
type Past = NonNullable<Opened['afterwards']>

function Recap({ recap, now }: { recap: NonNullable<Past['recap']>; now: number }) {
  return (
    <Card padding="none">
      <SectionHeader title="活动回顾" />
      <View className="event__told">
        <View className="t12 secondary">
          {recap.by.name} · {sayWhen(recap.at, now)}
        </View>
        <Words blocks={recap.words.flatMap(block => (block.kind === 'picture' ? [] : [block]))} />
      </View>
    </Card>
  )
}

/** The pictures after those that came with the page, once somebody wants to see them. */
function EarlierPhotos({ eventId, after, now }: { eventId: string; after: string; now: number }) {
  const [wanted, setWanted] = useState(false)
  const list = usePagesOf(api.union.listEventPhotos, { eventId }, { enabled: wanted, from: after })
  const photos = list.data?.pages.flatMap(page => page.photos) ?? []
  const more = () => (wanted ? list.fetchNextPage() : setWanted(true))
  return (
    <>
      {photos.length > 0 ? <PhotoGrid photos={photos} now={now} /> : null}
      {!wanted || list.hasNextPage || list.isError ? (
        <Button kind="text" onTap={more}>
          更早的照片
        </Button>
      ) : null}
    </>
  )
}

function Photos({ eventId, past, now }: { eventId: string; past: Past; now: number }) {
  const { photos, mayAdd, next } = past
  const add = useCommand(api.union.addEventPhotos, { outdates: photoQueries, onDone: sayHung })
  const addPhotos = async () => {
    const fileIds = await pickPictures(limits.postImagesMax)
    if (fileIds.length > 0) await add.run({ eventId, fileIds })
  }
  if (photos.length === 0 && !mayAdd) return null
  return (
    <Card padding="none">
      <SectionHeader
        title="现场照片"
        {...(mayAdd ? { more: '贴照片', onMore: () => void addPhotos() } : {})}
      />
      {photos.length > 0 ? (
        <PhotoGrid photos={photos} now={now} />
      ) : (
        <View className="event__told t14 secondary">你在现场，贴上第一张吧。协会的照片墙上也会有。</View>
      )}
      {next === null ? null : <EarlierPhotos eventId={eventId} after={next} now={now} />}
    </Card>
  )
}

/** How it was: the host's words, and pictures by those who were there. Nothing before it has begun. */
export function Afterwards({ event, afterwards, now }: Opened) {
  if (!afterwards) return null
  const { eventId } = event
  const { recap, mayTell } = afterwards
  return (
    <>
      {recap ? <Recap recap={recap} now={now} /> : null}
      {mayTell ? (
        <Button
          kind={recap ? 'text' : 'soft'}
          block
          icon="pen"
          onTap={() => openPage('union/recap', { eventId })}
        >
          {recap ? '改回顾' : '写一段回顾，签到的人会收到'}
        </Button>
      ) : null}
      <Photos eventId={eventId} past={afterwards} now={now} />
    </>
  )
}
