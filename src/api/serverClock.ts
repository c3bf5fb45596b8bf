import { useNow } from '@/ui/clock/useNow'

/** An answer that says what time the server had, and when it arrived here. */
interface Timed {
  data?: { now: number } | undefined
  dataUpdatedAt: number
}

/** How far the server's clock is ahead of the phone's, in ms. Rules go by the server's. */
export function clockOffsetMs({ data, dataUpdatedAt }: Timed): number {
  return data ? data.now - dataUpdatedAt : 0
}

/** The server's present, told again every `everyMs`. */
export function useServerNow(offsetMs: number, everyMs: number | undefined): number {
  return useNow(everyMs) + offsetMs
}
