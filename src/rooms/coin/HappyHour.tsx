import { SECOND_MS } from '@domain/kernel/time'
import { type api, type Output, useServerNow } from '@/api'
import { useAppearance } from '@/ui/appearance/store'
import { HappyHourStrip } from '@/ui/happyHour/HappyHourStrip'

export type HappyHourView = Output<typeof api.forum.openFeed>['happyHour']

/** Whether coins are multiplied at this moment of the server's clock. */
export function isRunning(happyHour: HappyHourView, now: number): boolean {
  return happyHour !== null && happyHour.startsAt <= now && now < happyHour.endsAt
}

const LARGE_TEXT = 1.2

function Counting({ happyHour, offsetMs }: { happyHour: NonNullable<HappyHourView>; offsetMs: number }) {
  const now = useServerNow(offsetMs, SECOND_MS)
  const large = useAppearance(({ textScale }) => textScale >= LARGE_TEXT)
  const { startsAt, endsAt, multiplier } = happyHour
  return (
    <HappyHourStrip
      startsAt={startsAt}
      endsAt={endsAt}
      multiplier={multiplier}
      now={now}
      {...(large ? { title: '发帖评论沃币' } : {})}
    />
  )
}

/** The strip counts by itself each second, so that the page around it need not. */
export function HappyHour({ happyHour, offsetMs }: { happyHour: HappyHourView; offsetMs: number }) {
  return happyHour ? <Counting happyHour={happyHour} offsetMs={offsetMs} /> : null
}
