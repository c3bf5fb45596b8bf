import type { PlaceState } from '@domain/booking/place'
import { spanLabel } from '@domain/booking/wording'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ApiError, api, type Output, useCommand, usePagesOf } from '@/api'
import { saveCsv, savingVerb } from '@/rooms/csvFile'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { usePageParams } from '@/rooms/usePageParams'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import { QrCode } from '@/ui/qrCode/QrCode'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { AttendeeRow } from './AttendeeRow'
import { CheckInCard } from './CheckInCard'
import './host.scss'
import { useScans } from './useScans'

type Listed = Output<typeof api.booking.listAttendees>
type Shown = Extract<PlaceState, 'confirmed' | 'attended' | 'waiting' | 'offered' | 'absent'>

const states: readonly { key: Shown; text: string }[] = [
  { key: 'confirmed', text: '要来' },
  { key: 'attended', text: '到了' },
  { key: 'waiting', text: '候补' },
  { key: 'offered', text: '等确认' },
  { key: 'absent', text: '没来' },
]

const emptyWords: Record<Shown, { title: string; sentence: string }> = {
  confirmed: { title: '没有人等着来', sentence: '有人报名，名字会出现在这里。' },
  attended: { title: '还没有人签到', sentence: '扫对方的入场券，或者让大家扫门口的码。' },
  waiting: { title: '没有人候补', sentence: '名额满了以后，来的人排在这里。' },
  offered: { title: '没有人在考虑', sentence: '有人退出，名额会先留给候补的第一位。' },
  absent: { title: '没有人缺席', sentence: '结束十二小时后，没签到的人记在这里。' },
}

/** A code to hang at the door: whoever has a place lets themselves in by scanning it. */
function Poster({ doorCode, title }: { doorCode: string; title: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="secondary" size="small" icon="qr" onTap={() => setOpen(true)}>
        门口的码
      </Button>
      <Sheet
        open={open}
        title="门口的码"
        onClose={() => setOpen(false)}
        note="开始前一小时到结束，扫了就签到"
      >
        <View className="host__poster">
          <View className="host__qr">
            <QrCode text={doorCode} size={260} label={`${title}的签到码`} />
          </View>
          <View className="t20 bold">{title}</View>
          <View className="t14 secondary">打开入场券，点「扫门口的码」</View>
        </View>
      </Sheet>
    </>
  )
}

function Export({ sessionId, title }: { sessionId: string; title: string }) {
  const save = useCommand(api.booking.exportAttendees, {
    onDone: ({ csv }) => void saveCsv(`${title}名单.csv`, csv),
  })
  return (
    <Button kind="secondary" size="small" icon="dl" onTap={() => save.run({ sessionId })}>
      {savingVerb}名单
    </Button>
  )
}

function Head({ sessionId, listed }: { sessionId: string; listed: Listed }) {
  const { session, doorCode } = listed
  const { title, startsAt, endsAt, taken, capacity } = session
  return (
    <View className="pad">
      <View className="t20 bold">{title}</View>
      <View className="t14 secondary mt-4">
        {spanLabel(startsAt, endsAt)} · {taken} / {capacity}
      </View>
      <View className="host__tools">
        <Poster doorCode={doorCode} title={title} />
        <Export sessionId={sessionId} title={title} />
      </View>
    </View>
  )
}

const isRefused = (error: unknown) =>
  error instanceof ApiError && (error.kind === 'denied' || error.kind === 'missing')

/** Whoever runs a session: who comes, who waits, and the door. */
export default function HostPage() {
  const { sessionId = '' } = usePageParams()
  const [state, setState] = useState<Shown>('confirmed')
  const scans = useScans(sessionId)
  const pages = usePagesOf(api.booking.listAttendees, { sessionId, state }, { staleMs: 0 })
  const screen = usePagedScreen(pages)
  const first = pages.data?.pages[0]
  return (
    <Screen
      nav={<Nav title="名单与签到" />}
      side={<DeskMenu here="union/preside" />}
      header={
        // Nothing to work with above a door that is closed to the reader; one whose phone has no network still scans.
        isRefused(pages.error) ? undefined : (
          <>
            {first ? <Head sessionId={sessionId} listed={first} /> : null}
            <View className="pad">
              <CheckInCard {...scans} />
            </View>
            <Segments segments={states} value={state} onChange={setState} />
          </>
        )
      }
      query={screen}
      skeleton={<SkeletonRows count={5} leadPx={40} roundLead />}
      isEmpty={loaded => loaded.every(({ attendees }) => attendees.length === 0)}
      empty={emptyWords[state]}
    >
      {loaded => (
        <View className="pad">
          <Card padding="none">
            {loaded.flatMap(({ attendees, now }) =>
              attendees.map(attendee => <AttendeeRow key={attendee.placeId} attendee={attendee} now={now} />),
            )}
          </Card>
          <ListEnd of={pages} words="都在这里了" />
        </View>
      )}
    </Screen>
  )
}
