import { isDoorOpen } from '@domain/booking/checkIn'
import { isSeated } from '@domain/booking/place'
import { spanLabel } from '@domain/booking/wording'
import { View } from '@tarojs/components'
import {
  api,
  clockOffsetMs,
  fileUrl,
  type Output,
  useAskToNotify,
  useCommand,
  usePullToRefresh,
  useQueryOf,
} from '@/api'
import { showEarned } from '@/rooms/coin/public'
import { openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { canScan, scanCode } from '@/ui/device/scan'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Nav } from '@/ui/nav/Nav'
import { Picture } from '@/ui/picture/Picture'
import { QrCode } from '@/ui/qrCode/QrCode'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { addToCalendar } from '../../calendar'
import { LeaveButton } from '../../LeaveButton'
import { OfferBar, OfferCard, RankCard } from '../../OfferCard'
import { placeQueries } from '../../outdated'
import { type Place, placeSentences, placeTitles, placeTones } from '../../placeWords'
import { readCode } from '../../scanQueue'
import './ticket.scss'

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

/** The code to be scanned, and four digits to be read out; nothing while there is no seat. */
function Stub({ place, now }: { place: Place; now: number }) {
  const { state, code, shortCode } = place
  if (!isSeated(state) || state === 'offered' || code === '') {
    return (
      <View className="ticket__stub">
        <Badge tone={placeTones[state]}>{placeTitles[state]}</Badge>
        <View className="t14 secondary">{placeSentences[state]}</View>
      </View>
    )
  }
  return (
    <View className="ticket__stub">
      <View className={`ticket__qr${state === 'confirmed' ? '' : ' ticket__qr--used'}`}>
        <QrCode text={code} size={216} label={`入场码，${[...shortCode].join(' ')}`} />
      </View>
      <View className="ticket__code">{shortCode}</View>
      <View className="t12 secondary">{placeSentences[state]}</View>
      {state === 'confirmed' && canScan && isDoorOpen(place, now) ? <DoorButton place={place} /> : null}
    </View>
  )
}

function TicketCard({ place, coverFileId, now }: Opened) {
  const { title, startsAt, endsAt, venue } = place
  return (
    <Card padding="none">
      <Picture src={fileUrl(coverFileId)} alt="" ratio={358 / 112} square />
      <View className="ticket__facts">
        <View className="t20 bold">{title}</View>
        <View className="t14 secondary mt-4">{spanLabel(startsAt, endsAt)}</View>
        <View className="t14 secondary">{venue}</View>
      </View>
      <View className="ticket__tear" />
      <Stub place={place} now={now} />
    </Card>
  )
}

function Facts({ place, person, capacity }: Opened) {
  const { party, guests, paid, subjectId } = place
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
          <KeyValueRow label="已付" ruled>
            {paid} 沃币
          </KeyValueRow>
        ) : null}
      </Card>
      <View className="ticket__more">
        <Button kind="text" onTap={() => openPage('union/event', { eventId: subjectId })}>
          看看这场活动
        </Button>
      </View>
    </>
  )
}

/** What may be done with it now, from the table of places. */
function TicketBar({ place, fee, cancelUntil, now }: Opened) {
  const askToNotify = useAskToNotify()
  const { placeId, title, state, paid, actions, venue, startsAt, endsAt } = place
  if (actions.includes('accept')) return <OfferBar placeId={placeId} fee={fee} />
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

function TicketSkeleton() {
  return (
    <View className="pad column gap-12">
      <SkeletonBlock height={112} />
      <SkeletonBlock width="56%" height={24} />
      <SkeletonBlock height={216} />
    </View>
  )
}

/** One place: the code at the door, the seat that is offered, or the rank in the queue. */
export default function TicketPage() {
  const { placeId = '' } = usePageParams()
  const query = useQueryOf(api.booking.openPlace, { placeId }, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  const { data } = query
  const offsetMs = clockOffsetMs(query)
  return (
    <Screen
      nav={<Nav title="入场券" />}
      query={query}
      skeleton={<TicketSkeleton />}
      bar={
        data?.place.actions.some(one => one === 'accept' || one === 'cancel') ? (
          <TicketBar {...data} />
        ) : undefined
      }
    >
      {opened => (
        <View className="pad column gap-12">
          {opened.place.offerExpiresAt === null ? null : (
            <OfferCard expiresAt={opened.place.offerExpiresAt} offsetMs={offsetMs} />
          )}
          {opened.rank === null ? null : <RankCard rank={opened.rank} />}
          <TicketCard {...opened} />
          <Facts {...opened} />
        </View>
      )}
    </Screen>
  )
}
