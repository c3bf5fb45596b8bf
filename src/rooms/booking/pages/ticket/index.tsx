import type { Telling } from '@domain/booking/checkIn'
import { facilityIdOf } from '@domain/booking/facility'
import { grouped } from '@domain/kernel/grouped'
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
import { openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { toast } from '@/ui/toast/store'
import { addToCalendar } from '../../calendar'
import { EarningRow } from '../../EarningRow'
import { LeaveButton } from '../../LeaveButton'
import { OfferBar, OfferCard, RankCard } from '../../OfferCard'
import { placeQueries } from '../../outdated'
import { hasClaimed, isUnclear, type Place, standingAt, tellingOf, ticketSentence } from '../../placeWords'
import { TicketCard } from '../../TicketCard'
import { TicketSkeleton } from '../../TicketSkeleton'
import { useKeptPlace } from '../../useKeptPlace'
import { DoorButton } from './DoorButton'

type Opened = Output<typeof api.booking.openPlace>

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

function Facts({ place, person, capacity, earns, earned }: Opened) {
  const { party, guests, paid } = place
  const isDeposit = place.kind === 'course' || place.kind === 'venue'
  return (
    <>
      <Card padding="none">
        <KeyValueRow label={isDeposit ? '预约人' : '报名人'} ruled>
          {person.name} · {person.site}
        </KeyValueRow>
        {place.kind === 'venue' ? null : (
          <KeyValueRow label="名额" ruled>
            {party} 位，共 {capacity} 个
          </KeyValueRow>
        )}
        {guests.length > 0 ? (
          <KeyValueRow label="同行" ruled>
            {guests.join('、')}
          </KeyValueRow>
        ) : null}
        {paid > 0 ? (
          <KeyValueRow label={isDeposit ? '押金' : '已付'} ruled>
            {grouped(paid)} 沃币{isDeposit ? '，签到退回' : ''}
          </KeyValueRow>
        ) : null}
        <EarningRow label="签到之后" {...{ place, earns, earned }} />
      </Card>
      <View className="ticket__more">
        <SubjectButton place={place} />
      </View>
    </>
  )
}

/** Too late to give the seat up: the president still wants to know. */
function TellButton({ place, told, what }: { place: Place; told: Opened['told']; what: Telling }) {
  const tell = useCommand(api.union.tellHost, {
    outdates: placeQueries,
    onDone: () => toast.show('告诉会长了'),
  })
  const words = what === 'cannot' ? '告诉会长去不了' : '其实来了，告诉会长'
  return (
    <Button kind="secondary" disabled={told === what} onTap={() => tell.run({ eventId: place.sessionId })}>
      {told === what ? '已经告诉会长' : words}
    </Button>
  )
}

/** Whether anything may be done with it now. */
function hasBar(opened: Opened, now: number): boolean {
  const { actions, endsAt } = opened.place
  if (actions.includes('accept') || tellingOf(opened, now) !== null) return true
  return actions.includes('cancel') && now < endsAt
}

/** What may be done with it now, from the table of places. */
function TicketBar({ opened, offsetMs, now }: { opened: Opened; offsetMs: number; now: number }) {
  const { place, fee, cancelUntil, told } = opened
  const askToNotify = useAskToNotify()
  const { placeId, title, state, paid, actions, venue, startsAt, endsAt, offerExpiresAt } = place
  if (actions.includes('accept'))
    return <OfferBar {...{ placeId, fee, offsetMs }} expiresAt={offerExpiresAt} />
  const what = tellingOf(opened, now)
  const waiting = state === 'waiting'
  return (
    <BottomBar consequence={what === 'cannot' ? '过了退出时间，名额不能再让给别人' : undefined}>
      {what === null ? (
        <LeaveButton {...{ placeId, title, waiting, paid, cancelUntil, now }} />
      ) : (
        <TellButton {...{ place, told, what }} />
      )}
      {waiting ? (
        <Button icon="bell" onTap={() => askToNotify(['seatOffered'])}>
          打开通知
        </Button>
      ) : now < endsAt ? (
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
      ) : null}
    </BottomBar>
  )
}

/** What a list on this phone knows of a ticket that was never opened: enough to be let in. */
function KeptTicket({ place, now }: { place: Place; now: number }) {
  return (
    <Screen nav={<Nav title="入场券" />}>
      <View className="pad column gap-12">
        <TicketCard
          place={standingAt(place, now)}
          coverFileId=""
          isOver={isUnclear(place, now)}
          sentence={ticketSentence(standingAt(place, now), {}, now)}
        />
        <View className="t12 secondary">没能连上，这是手机里存着的。连上网下拉刷新。</View>
      </View>
    </Screen>
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
  const kept = useKeptPlace(placeId)
  if (query.isError && data === undefined && kept) return <KeptTicket place={kept} now={now} />
  return (
    <Screen
      nav={<Nav title={data?.place.state === 'waiting' ? '候补' : '入场券'} />}
      query={query}
      skeleton={<TicketSkeleton />}
      bar={data && hasBar(data, now) ? <TicketBar opened={data} offsetMs={offsetMs} now={now} /> : undefined}
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
            isOver={isUnclear(opened.place, now)}
            sentence={ticketSentence(standingAt(opened.place, now), opened, now)}
          >
            {opened.place.state === 'confirmed' && !hasClaimed(opened, now) ? (
              <DoorButton place={opened.place} now={now} />
            ) : null}
          </TicketCard>
          <Facts {...opened} />
        </View>
      )}
    </Screen>
  )
}
