import { isDoorOpen } from '@domain/booking/checkIn'
import { facilityIdOf } from '@domain/booking/facility'
import { MINUTE_MS, SECOND_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import {
  api,
  clockOffsetMs,
  type Output,
  useAskToNotify,
  useCommand,
  usePullToRefresh,
  useQueryOf,
  useServerNow,
} from '@/api'
import { showEarned } from '@/rooms/coin/public'
import { openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { canScan, scanCode } from '@/ui/device/scan'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { toast } from '@/ui/toast/store'
import { addToCalendar } from '../../calendar'
import { LeaveButton } from '../../LeaveButton'
import { OfferBar, OfferCard, RankCard } from '../../OfferCard'
import { placeQueries } from '../../outdated'
import { type Place, sentenceOf, standingAt } from '../../placeWords'
import { readCode } from '../../scanQueue'
import { TicketCard } from '../../TicketCard'
import { TicketSkeleton } from '../../TicketSkeleton'

type Opened = Output<typeof api.booking.openPlace>

/** Lets oneself in by the poster at the door. */
function DoorButton({ place }: { place: Place }) {
  const enter = useCommand(api.booking.checkInAtDoor, {
    outdates: placeQueries,
    onDone: ({ earned }) => (earned ? showEarned(earned) : toast.show('签到了，玩得开心')),
  })
  const scan = async () => {
    const doorCode = readCode((await scanCode()) ?? '')
    if (doorCode !== undefined) await enter.run({ sessionId: place.sessionId, doorCode })
  }
  return (
    <Button kind="soft" icon="qr" onTap={scan}>
      扫门口的码
    </Button>
  )
}

/** To what it is about. */
function SubjectButton({ place: { kind, subjectId, state } }: { place: Place }) {
  if (state === 'absent' && kind !== 'event')
    return (
      <Button kind="text" onTap={() => openPage('booking/absences')}>
        看看缺席记录
      </Button>
    )
  if (kind === 'course')
    return (
      <Button kind="text" onTap={() => openPage('booking/course', { courseId: subjectId })}>
        看看这门课
      </Button>
    )
  if (kind === 'venue')
    return (
      <Button kind="text" onTap={() => openPage('booking/venueDay', { facilityId: facilityIdOf(subjectId) })}>
        看看这个场馆
      </Button>
    )
  return (
    <Button kind="text" onTap={() => openPage('union/event', { eventId: subjectId })}>
      看看这场活动
    </Button>
  )
}

function Facts({ place, person, capacity }: Opened) {
  const { party, guests, paid } = place
  const isDeposit = place.kind === 'course' || place.kind === 'venue'
  return (
    <>
      <Card padding="none">
        <KeyValueRow label="报名人" ruled>
          {person.name} · {person.site}
        </KeyValueRow>
        <KeyValueRow label="名额" ruled>
          {party} 位，共 {capacity} 个
        </KeyValueRow>
        {guests.length > 0 ? (
          <KeyValueRow label="同行" ruled>
            {guests.join('、')}
          </KeyValueRow>
        ) : null}
        {paid > 0 ? (
          <KeyValueRow label={isDeposit ? '押金' : '已付'} ruled>
            {paid} 沃币{isDeposit ? '，签到退回' : ''}
          </KeyValueRow>
        ) : null}
      </Card>
      <View className="ticket__more">
        <SubjectButton place={place} />
      </View>
    </>
  )
}

/** What may be done with it now, from the table of places. */
function TicketBar({ place, fee, cancelUntil, now, offsetMs }: Opened & { offsetMs: number }) {
  const askToNotify = useAskToNotify()
  const { placeId, title, state, paid, actions, venue, startsAt, endsAt, offerExpiresAt } = place
  if (actions.includes('accept'))
    return <OfferBar {...{ placeId, fee, offsetMs }} expiresAt={offerExpiresAt} />
  if (!actions.includes('cancel')) return null
  const waiting = state === 'waiting'
  return (
    <BottomBar>
      <LeaveButton {...{ placeId, title, waiting, paid, cancelUntil, now }} />
      {waiting ? (
        <Button icon="bell" onTap={() => askToNotify(['seatOffered'])}>
          打开通知
        </Button>
      ) : (
        <Button
          kind="secondary"
          icon="cal"
          onTap={() => {
            askToNotify(['sessionSoon'])
            return addToCalendar({ id: place.sessionId, title, place: venue, startsAt, endsAt })
          }}
        >
          加入日历
        </Button>
      )}
    </BottomBar>
  )
}

/** One place: the code at the door, the seat that is offered, or the rank in the queue. */
export default function TicketPage() {
  const { placeId = '' } = usePageParams()
  const query = useQueryOf(api.booking.openPlace, { placeId }, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  const { data } = query
  const offsetMs = clockOffsetMs(query)
  const now = useServerNow(offsetMs, data?.place.state === 'offered' ? SECOND_MS : MINUTE_MS)
  return (
    <Screen
      nav={<Nav title={data?.place.state === 'waiting' ? '候补' : '入场券'} />}
      query={query}
      skeleton={<TicketSkeleton />}
      bar={
        data?.place.actions.some(one => one === 'accept' || one === 'cancel') ? (
          <TicketBar {...data} offsetMs={offsetMs} />
        ) : undefined
      }
    >
      {opened => (
        <View className="pad column gap-12">
          {opened.place.offerExpiresAt === null ? null : (
            <OfferCard expiresAt={opened.place.offerExpiresAt} offsetMs={offsetMs} />
          )}
          {opened.rank === null ? null : <RankCard rank={opened.rank} />}
          <TicketCard
            place={standingAt(opened.place, now)}
            coverFileId={opened.coverFileId}
            sentence={sentenceOf(standingAt(opened.place, now))}
          >
            {opened.place.state === 'confirmed' && canScan && isDoorOpen(opened.place, opened.now) ? (
              <DoorButton place={opened.place} />
            ) : null}
          </TicketCard>
          <Facts {...opened} />
        </View>
      )}
    </Screen>
  )
}
