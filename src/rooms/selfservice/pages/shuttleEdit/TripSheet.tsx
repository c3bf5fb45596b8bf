import { callsOf, type Direction, type Service, type Trip } from '@domain/selfservice/network'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { editedClock, secondsFrom, shifted, withTime } from '../../shuttle/lineDraft'

export interface TripSheetProps {
  trip: Trip
  /** As it is published; nothing for a new one. */
  published: Trip | undefined
  /** The published way, whose columns `published` goes by. */
  publishedStopIds: readonly string[]
  direction: Direction
  services: readonly Service[]
  nameOf: (stopId: string) => string
  open: boolean
  onClose: () => void
  onSave: (trip: Trip) => void
  onRemove: () => void
}

const SHIFTS = [-10, -5, -1, 1, 5, 10] as const

/** The first place where the times do not rise. */
function fallOf(trip: Trip): number | undefined {
  const calls = callsOf(trip)
  return calls.find(({ call }, index) => call[0] < (calls[index - 1]?.call[1] ?? 0))?.at
}

interface Wrong {
  /** At which stop; undefined: the trip as a whole. */
  at: number | undefined
  words: string
}

function problemOf(
  trip: Trip,
  texts: Readonly<Record<number, string>>,
  nameOf: (at: number) => string,
): Wrong | undefined {
  const unread = Object.entries(texts).find(([, text]) => text.trim() !== '' && secondsFrom(text) === null)
  if (unread) {
    const at = Number(unread[0])
    return { at, words: `${nameOf(at)}的时间写成 7:46 这样，过了零点写 24:20` }
  }
  const at = fallOf(trip)
  if (at !== undefined) return { at, words: `${nameOf(at)}比上一站早` }
  return callsOf(trip).length < 2 ? { at, words: '至少停两站' } : undefined
}

interface TimesProps {
  trip: Trip
  texts: Readonly<Record<number, string>>
  direction: Direction
  nameOf: (stopId: string) => string
  wrong: Wrong | undefined
  /** When it is published to leave there. */
  oldAt: (stopId: string) => number | undefined
  onType: (at: number, text: string) => void
  onSettle: (at: number) => void
}

/** The time at every stop; the published one struck beside it where they differ. */
function Times({ trip, texts, direction, nameOf, wrong, oldAt, onType, onSettle }: TimesProps) {
  return (
    <>
      {direction.stopIds.map((stopId, at) => {
        const call = trip.calls[at]
        const old = oldAt(stopId)
        const isMoved = old !== undefined && old !== call?.[1]
        return (
          <Field
            // biome-ignore lint/suspicious/noArrayIndexKey: a loop has a stop twice; its place in the way is what it is
            key={at}
            label={nameOf(stopId)}
            value={texts[at] ?? (call ? editedClock(call[1]) : '')}
            placeholder="不停"
            maxLength={5}
            onChange={text => onType(at, text)}
            onBlur={() => onSettle(at)}
            {...(wrong?.at === at ? { error: wrong.words } : {})}
            {...(isMoved ? { end: <View className="edit__old t14">{editedClock(old)}</View> } : {})}
          />
        )
      })}
    </>
  )
}

/** The trip with every text that is a time, or none, in its place. */
function withTexts(trip: Trip, texts: Readonly<Record<number, string>>): Trip {
  return Object.entries(texts).reduce((told, [at, text]) => {
    const seconds = secondsFrom(text)
    return seconds === null && text.trim() !== '' ? told : withTime(told, Number(at), seconds)
  }, trip)
}

/** The trip as it is being changed; what is typed counts at once, and pushes the others when the field is left. */
function useTimes(first: Trip) {
  const [trip, setTrip] = useState(first)
  const [texts, setTexts] = useState<Record<number, string>>({})
  return {
    ...{ trip, setTrip, texts },
    typed: withTexts(trip, texts),
    type: (at: number, text: string) => setTexts({ ...texts, [at]: text }),
    settle: (at: number) => {
      const text = texts[at]
      if (text === undefined) return
      const seconds = secondsFrom(text)
      if (seconds === null && text.trim() !== '') return
      const { [at]: _settled, ...rest } = texts
      setTexts(rest)
      setTrip(withTime(trip, at, seconds))
    },
  }
}

/** One trip, stop by stop: another time pushes all that follow, an empty one is not served. */
export function TripSheet(props: TripSheetProps) {
  const { published, publishedStopIds, direction, services, nameOf, open, onClose, onSave, onRemove } = props
  const { trip, setTrip, texts, typed, type, settle } = useTimes(props.trip)
  const problem = problemOf(typed, texts, at => nameOf(direction.stopIds[at] ?? ''))
  return (
    <Sheet
      open={open}
      title="改这一班"
      onClose={onClose}
      note={problem?.words ?? '改一站，后面的站一起推；空着就是不停'}
      action={
        <>
          <Button kind="danger" onTap={onRemove}>
            去掉
          </Button>
          <Button disabled={problem !== undefined} onTap={() => onSave(typed)}>
            好
          </Button>
        </>
      }
    >
      <View className="edit__chips" {...spokenAs('group')} aria-label="哪些天开">
        {services.map(({ serviceId, name }) => (
          <Chip
            key={serviceId}
            on={serviceId === trip.serviceId}
            onTap={() => setTrip({ ...trip, serviceId })}
          >
            {name}
          </Chip>
        ))}
      </View>
      <View className="edit__chips" {...spokenAs('group')} aria-label="整班平移">
        {SHIFTS.map(minutes => (
          <Chip
            key={minutes}
            label={`整班${minutes > 0 ? '晚' : '早'} ${Math.abs(minutes)} 分钟`}
            onTap={() => setTrip(shifted(trip, minutes) ?? trip)}
          >
            {minutes > 0 ? '+' : '−'}
            {Math.abs(minutes)} 分
          </Chip>
        ))}
      </View>
      <Times
        {...{ trip, texts, direction, nameOf }}
        wrong={problem}
        oldAt={stopId => published?.calls[publishedStopIds.indexOf(stopId)]?.[1]}
        onType={type}
        onSettle={settle}
      />
    </Sheet>
  )
}
