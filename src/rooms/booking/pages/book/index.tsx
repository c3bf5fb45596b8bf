import { spanLabel } from '@domain/booking/wording'
import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ApiError, api, fileUrl, usePullToRefresh, useQueryOf } from '@/api'
import { useDraft } from '@/rooms/useDraft'
import { usePageParams } from '@/rooms/usePageParams'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { type OpenSlots, sayBefore } from '../../centre/slotWords'
import { emptyVisit, newPromises, partyOf, visitProblem } from '../../centre/visitDraft'
import type { Place } from '../../placeWords'
import { BookBar, MoveBar } from './BookBar'
import './book.scss'
import { begunWith, chosenDay, chosenSlot } from './choice'
import { Hindrance, whyNotBook } from './Hindrance'
import { KindGone } from './KindGone'
import { PartyFields } from './PartyFields'
import { PromiseFields } from './PromiseFields'
import { TimeFields } from './TimeFields'

function Head({ open, moved }: { open: OpenSlots; moved: Place | undefined }) {
  const { centre, kind, rules } = open
  const { name, minutes, words, pictureFileId } = kind
  return (
    <Card padding="compact">
      <View className="book__head">
        <Picture src={fileUrl(pictureFileId)} alt="" width={88} height={66} />
        <View className="grow">
          <View className="t16 medium">{name}</View>
          <View className="t12 secondary mt-4">
            {centre.name} · {minutes} 分钟
          </View>
          {moved ? (
            <View className="t12 secondary">原来约的 {spanLabel(moved.startsAt, moved.endsAt)}</View>
          ) : words === '' ? null : (
            <View className="t12 secondary">{words}</View>
          )}
          <View className="t12 secondary">{sayBefore(rules.cancelMinutes)}可以改期或取消</View>
        </View>
      </View>
    </Card>
  )
}

function BookSkeleton() {
  return (
    <View className="pad column gap-12">
      <SkeletonBlock height={90} />
      <SkeletonBlock height={120} />
      <View className="row gap-8">
        <SkeletonBlock width="31%" height={52} />
        <SkeletonBlock width="31%" height={52} />
        <SkeletonBlock width="31%" height={52} />
      </View>
      <SkeletonBlock height={72} />
    </View>
  )
}

const isKindGone = (error: unknown) => error instanceof ApiError && error.code === 'BOOKING_KIND_MISSING'

/** Books a visit: day, time, how many and who. With `placeId`: moves that visit to another time. */
export default function BookPage() {
  const { centreId = '', kindId, placeId, at } = usePageParams()
  const input = kindId === undefined ? { centreId } : { centreId, kindId }
  const query = useQueryOf(api.booking.openSlots, input, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  const { draft, change, drop } = useDraft(
    placeId === undefined ? `booking.visit.${centreId}.${kindId ?? ''}` : `booking.move.${placeId}`,
    emptyVisit,
  )
  const [sought, setSought] = useState<string>()
  if (isKindGone(query.error)) return <KindGone centreId={centreId} moving={placeId !== undefined} />
  // Where nothing can be booked now, nothing is asked for.
  const books = (open: OpenSlots) => placeId === undefined && whyNotBook(open) === undefined
  const { data } = query
  const moved = data?.mine.find(mine => mine.placeId === placeId)
  const asked = begunWith(draft, { at, moved })
  const party = moved?.party ?? (data ? partyOf(asked, data.rules) : 1)
  const day = data && chosenDay(data.days, asked)
  const slot = day && chosenSlot(day, asked)
  const problem = data && visitProblem(asked, data.rules, slot, data.kind)
  const problems = sought !== undefined && problem ? [problem] : []
  const bar =
    data === undefined ? undefined : placeId === undefined ? (
      <BookBar
        open={data}
        draft={asked}
        {...{ slot, problem, sought }}
        onSought={setSought}
        onBooked={drop}
      />
    ) : moved ? (
      <MoveBar open={data} place={moved} draft={asked} slot={slot} onMoved={drop} />
    ) : undefined
  return (
    <Screen
      nav={<Nav title={placeId !== undefined ? '改时间' : data ? `约${data.kind.name}` : '预约'} />}
      query={query}
      skeleton={<BookSkeleton />}
      isEmpty={({ days }) => days.every(({ slots }) => slots.length === 0)}
      empty={{ title: '最近没有可以约的时段', sentence: '中心排出新的日子，就会出现在这里。' }}
      bar={bar}
    >
      {open => (
        <View className="pad column gap-12">
          <Head open={open} moved={moved} />
          <Hindrance open={open} moving={placeId !== undefined} missing={placeId !== undefined && !moved} />
          <TimeFields
            days={open.days}
            day={day}
            startsAt={slot?.startsAt}
            party={party}
            moving={placeId !== undefined}
            today={dayOf(open.now)}
            change={change}
          />
          <PromiseFields
            draft={asked}
            promises={moved ? newPromises(open.kind, moved) : books(open) ? open.kind.promises : []}
            problems={problems}
            change={change}
          />
          {books(open) ? (
            <PartyFields draft={asked} rules={open.rules} {...{ party, problems, sought, change }} />
          ) : null}
        </View>
      )}
    </Screen>
  )
}
