import type { PlaceState } from '@domain/booking/place'
import { spanLabel } from '@domain/booking/wording'
import { MINUTE_MS } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  ApiError,
  api,
  clockOffsetMs,
  type Output,
  useCommand,
  useLast,
  usePagesOf,
  useServerNow,
} from '@/api'
import { saveCsv, savingVerb } from '@/rooms/csvFile'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { usePageParams } from '@/rooms/usePageParams'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip } from '@/ui/chip/Chip'
import { useSettled } from '@/ui/field/useSettled'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import { QrCode } from '@/ui/qrCode/QrCode'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import type { DoorList } from '../../scanQueue'
import { AttendeeRow } from './AttendeeRow'
import { CheckInCard } from './CheckInCard'
import { Claims, ClaimsBar, useClaims } from './Claims'
import './host.scss'
import { useScans } from './useScans'

type Listed = Output<typeof api.booking.listAttendees>
type Shown = Extract<PlaceState, 'confirmed' | 'attended' | 'waiting' | 'offered' | 'absent'>
/** Nobody is absent before it is over, and nobody waits after. */
const before: readonly Shown[] = ['confirmed', 'attended', 'waiting', 'offered']
const afterwards: readonly Shown[] = ['confirmed', 'absent', 'attended']

const titles: Record<Shown, string> = {
  confirmed: '要来',
  attended: '到了',
  waiting: '候补',
  offered: '等确认',
  absent: '没来',
}

const emptyWords: Record<Shown, { title: string; sentence: string }> = {
  confirmed: { title: '没有人等着来', sentence: '有人报名，名字会出现在这里。' },
  attended: { title: '还没有人签到', sentence: '扫对方的入场券，或者让大家扫门口的码。' },
  waiting: { title: '没有人候补', sentence: '名额满了以后，来的人排在这里。' },
  offered: { title: '没有人在考虑', sentence: '有人退出，名额会先留给候补的第一位。' },
  absent: { title: '没有人缺席', sentence: '结束十二小时后，没签到的人记在这里。' },
}

/** The same once it is over. */
const overTitles: Record<Shown, string> = { ...titles, confirmed: '没签到' }
const overWords: typeof emptyWords = {
  ...emptyWords,
  confirmed: { title: '没有人没签到', sentence: '结束十二小时后，没签到的人记在「没来」里。' },
  attended: { title: '没有人签到', sentence: '来了却没扫码的，在「没签到」或「没来」里补记。' },
}

/** Why there is nobody to be seen; nobody is awaited any more once all have come. */
function emptyOf(shown: Shown, isOver: boolean, counts: Counts | undefined) {
  if (isOver) return overWords[shown]
  const attended = counts?.attended ?? 0
  if (shown !== 'confirmed' || attended === 0 || counts?.confirmed) return emptyWords[shown]
  return { title: '都到齐了', sentence: `报名的 ${attended} 位都签到了。` }
}

const unfound = { title: '名单里没有', sentence: '换个写法，姓名、拼音、工号或四位数都可以。' }

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

function Head({ sessionId, listed, isOver }: { sessionId: string; listed: Listed; isOver: boolean }) {
  const { session, doorCode } = listed
  const { title, startsAt, endsAt, taken, capacity } = session
  return (
    <View className="pad">
      <View className="t20 bold">{title}</View>
      <View className="t14 secondary mt-4">{spanLabel(startsAt, endsAt)}</View>
      <View className="t14 secondary">
        名额 {capacity} 个，报了 {taken} 位
      </View>
      <View className="host__tools">
        {isOver ? null : <Poster doorCode={doorCode} title={title} />}
        <Export sessionId={sessionId} title={title} />
      </View>
    </View>
  )
}

const isRefused = (error: unknown) =>
  error instanceof ApiError && (error.kind === 'denied' || error.kind === 'missing')

type Counts = Partial<Record<PlaceState, number>>

/** How many people there are in each face of the list, those apart who wait for an answer above it. */
function withoutClaims(counts: Counts | undefined, claims: readonly { state: PlaceState; party: number }[]) {
  if (counts === undefined) return undefined
  const left = { ...counts }
  for (const { state, party } of claims) left[state] = (left[state] ?? 0) - party
  return left
}

interface FacesProps {
  counts: Counts | undefined
  isOver: boolean
  shown: Shown
  onChoose: (state: Shown) => void
}

/** The faces of the list, with how many people there are in each; what does not fit goes to a second line. */
function Faces({ counts, isOver, shown, onChoose }: FacesProps) {
  const words = isOver ? overTitles : titles
  return (
    <View className="host__faces">
      {(isOver ? afterwards : before).map(state => (
        <Chip key={state} on={state === shown} onTap={() => onChoose(state)}>
          {counts ? `${words[state]} ${counts[state] ?? 0}` : words[state]}
        </Chip>
      ))}
    </View>
  )
}

interface AttendeesProps {
  loaded: readonly Listed[]
  /** Whether somebody stands in the list and not above it. */
  isListed: (attendee: { placeId: string }) => boolean
  scans: ReturnType<typeof useScans>
  now: number
  sought: boolean
}

function Attendees({ loaded, isListed, scans, now, sought }: AttendeesProps) {
  return (
    <Card padding="none">
      {loaded.flatMap(({ attendees, session }) =>
        attendees
          .filter(isListed)
          .map(attendee => (
            <AttendeeRow key={attendee.placeId} {...{ attendee, session, scans, now, sought }} />
          )),
      )}
    </Card>
  )
}

const NOBODY: DoorList = { expected: [], isWhole: false }

/** Whoever runs a session: who comes, who waits, and the door. */
export default function HostPage() {
  const { sessionId = '' } = usePageParams()
  const [chosen, setChosen] = useState<Shown>()
  const [typed, setTyped] = useState('')
  const sought = useSettled(typed.trim())
  const asked = {
    sessionId,
    ...(chosen === undefined ? {} : { state: chosen }),
    ...(sought === '' ? {} : { typed: sought }),
  }
  const pages = usePagesOf(api.booking.listAttendees, asked, { staleMs: 0 })
  const screen = usePagedScreen(pages)
  const first = useLast(pages.data?.pages[0])
  const roll = first?.roll ?? undefined
  const scans = useScans(sessionId, roll ? { expected: roll.seats, isWhole: roll.complete } : NOBODY)
  const offsetMs = clockOffsetMs({ data: pages.data?.pages[0], dataUpdatedAt: pages.dataUpdatedAt })
  const now = useServerNow(offsetMs, MINUTE_MS)
  const isOver = first !== undefined && now >= first.session.endsAt
  const claims = isOver && roll ? roll.claims : []
  const choice = useClaims(claims, typed)
  const isListed = ({ placeId }: { placeId: string }) => claims.every(claim => claim.placeId !== placeId)
  const counts = roll?.complete ? roll.counts : undefined
  const shown = chosen ?? [...before, ...afterwards].find(state => state === first?.state) ?? 'confirmed'
  return (
    <Screen
      nav={<Nav title="名单与签到" />}
      side={<DeskMenu here="union/preside" />}
      header={
        // Nothing to work with above a door that is closed to the reader; one whose phone has no network still scans.
        isRefused(pages.error) ? undefined : (
          <>
            {first ? <Head sessionId={sessionId} listed={first} isOver={isOver} /> : null}
            <View className="pad">
              <CheckInCard scans={scans} counts={counts} isOver={isOver} />
            </View>
            <View className="mt-12">
              <SearchField value={typed} placeholder="姓名、拼音、工号或四位数" onChange={setTyped} />
            </View>
            <Claims {...{ choice, now }} />
            {sought === '' ? (
              <Faces {...{ counts: withoutClaims(counts, claims), isOver, shown }} onChoose={setChosen} />
            ) : null}
          </>
        )
      }
      query={screen}
      skeleton={<SkeletonRows count={5} leadPx={40} roundLead />}
      isEmpty={loaded =>
        // Whoever is looked for and stands above has been found.
        (sought === '' || choice.shown.length === 0) &&
        !pages.hasNextPage &&
        !loaded.some(({ attendees }) => attendees.some(isListed))
      }
      empty={sought === '' ? emptyOf(shown, isOver, counts) : unfound}
      bar={choice.open.length > 0 ? <ClaimsBar {...{ sessionId, choice }} /> : undefined}
    >
      {loaded => (
        <View className="pad">
          <Attendees {...{ loaded, isListed, scans, now }} sought={sought !== ''} />
          <ListEnd of={pages} words="都在这里了" />
        </View>
      )}
    </Screen>
  )
}
