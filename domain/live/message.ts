import { type Instant, SECOND_MS } from '../kernel/time'

/** How many of the latest messages a page of a broadcast gets at once. */
export const MESSAGES_SHOWN = 40
/** As many as the page keeps; the rest stand in the conversation. */
export const MESSAGES_KEPT = 120

/**
 * How far back a question reaches beyond the time of the last answer: no execution lives longer, so that what is
 * committed late slips between no two answers. Whoever asks knows what they have been told.
 */
const OVERLAP_MS = 10 * SECOND_MS

/** From when on changes are told to somebody who was last told at `since`. */
export function toldFrom(since: Instant): Instant {
  return since - OVERLAP_MS
}

/** Whether a message asks something: it has the sign, other than inside an address, or begins with 提问. */
export function isQuestion(body: string): boolean {
  return /？|\?(?![\w%&=])/.test(body) || /^\s*提问[:：\s]/.test(body)
}

/** What somebody has asked, so that everybody sees that it is a question. */
export function asQuestion(words: string): string {
  return isQuestion(words) ? words : `提问：${words}`
}

/** How long to wait before asking for messages again, after so many questions in vain: a silent room costs little. */
export function pulsePauseMs(inVain: number): number {
  return ([5, 5, 10, 15][inVain] ?? 30) * SECOND_MS
}
