import { MINUTE_MS, SECOND_MS } from '@domain/kernel/time'
import { pulsePauseMs } from '@domain/live/message'
import type { LiveMessageView } from '@domain/live/views'
import { useEffect, useState } from 'react'
import { api, clockOffsetMs, type Output, useQueryOf, useServerNow, useTail } from '@/api'
import { showEarned } from '@/rooms/coin/public'
import { unknownIn, withNews } from './messages'
import { useAttendance } from './useAttendance'
import { statusNow } from './words'

type Opened = Output<typeof api.live.openBroadcast>
type Pulse = Output<typeof api.live.pulse>

/** From when on a page that waits asks often whether the host has begun early. */
const NEAR_MS = 15 * MINUTE_MS
const NEAR_PAUSE_MS = 30 * SECOND_MS
/** It may begin hours before its time: who waits from far away asks for that as well. */
const FAR_PAUSE_MS = 5 * MINUTE_MS

/** The server's present: by the second where it is about to begin or to end, else now and then. */
function useTurns(offsetMs: number, times: { startsAt: number; endsAt: number } | undefined): number {
  const coarse = useServerNow(offsetMs, 15 * SECOND_MS)
  const isClose = times && [times.startsAt, times.endsAt].some(at => Math.abs(at - coarse) < MINUTE_MS)
  const fine = useServerNow(offsetMs, isClose ? SECOND_MS : undefined)
  return isClose ? Math.max(coarse, fine) : coarse
}

interface Followed {
  messages: LiveMessageView[]
  /** What has come while the reader was further down. */
  held: LiveMessageView[]
  pulse: Pulse | null
  pass: string
  since: number
  minutes: number
  earned: number | null
}

function begun({ messages, pass, mine, now }: Opened): Followed {
  return {
    messages: messages.latest,
    held: [],
    pulse: null,
    pass,
    since: now,
    minutes: mine.minutes,
    earned: mine.earned,
  }
}

/**
 * A broadcast as it is now: it goes live and ends by the server's clock, hears what is said, and says that its reader is
 * there.
 * @param isAway whether the reader is further down: what comes waits then
 */
export function useBroadcast(broadcastId: string, isAway: () => boolean) {
  const query = useQueryOf(api.live.openBroadcast, { broadcastId }, { staleMs: 0 })
  const { data } = query
  const now = useTurns(clockOffsetMs(query), data?.broadcast)
  const [followed, setFollowed] = useState<Followed>()
  useEffect(() => {
    if (data) setFollowed(begun(data))
  }, [data])
  const times = data && { ...data.broadcast, ...followed?.pulse }
  const status = times && statusNow(times, now)
  const isLive = status === 'live'
  const isWaiting = status === 'before'
  const isNear = times !== undefined && times.startsAt - now < NEAR_MS
  const attendNow = useAttendance(broadcastId, isLive, ({ minutes, earned, pass }) => {
    setFollowed(
      before => before && { ...before, minutes, pass, earned: earned ? earned.amount : before.earned },
    )
    if (earned) showEarned(earned)
  })
  useTail(api.live.pulse, {
    isOn: (isLive || isWaiting) && followed !== undefined,
    inputOf: () => ({ pass: followed?.pass ?? '', since: followed?.since ?? 0 }),
    onAnswer: async pulse => {
      const isNews = unknownIn(followed?.messages ?? [], pulse.fresh) > 0
      const away = isAway()
      setFollowed(before => before && after(before, pulse, away))
      if (pulse.draw !== (data?.draw?.state ?? null)) void query.refetch()
      return isNews
    },
    // Who waits longer than their pass lasts is let in anew; what was called off is no longer there.
    onFailure: ({ code }) => {
      if (code === 'LIVE_PASS_OVER' || code === 'LIVE_BROADCAST_MISSING') void query.refetch()
    },
    pauseMs: inVain => (isLive ? pulsePauseMs(inVain) : isNear ? NEAR_PAUSE_MS : FAR_PAUSE_MS),
  })
  const change = (work: (before: Followed) => Partial<Followed>) =>
    setFollowed(before => before && { ...before, ...work(before) })
  return { query, now, status, times, followed, change, attendNow }
}

function after(before: Followed, pulse: Pulse, isAway: boolean): Followed {
  const next = { ...before, pulse, since: pulse.now }
  const { gone } = pulse
  if (isAway) {
    const fresh = pulse.fresh.filter(
      ({ messageId }) => !before.messages.some(one => one.messageId === messageId),
    )
    const messages = withNews(before.messages, { fresh: [], gone })
    return { ...next, messages, held: withNews(before.held, { fresh, gone }) }
  }
  return {
    ...next,
    held: [],
    messages: withNews(before.messages, { fresh: [...before.held, ...pulse.fresh], gone }),
  }
}
