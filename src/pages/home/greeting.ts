import { inChina } from '@domain/kernel/time'

/** By the hour in China at which the words end. */
const greetings: readonly { untilHour: number; words: string }[] = [
  { untilHour: 5, words: '夜深了' },
  { untilHour: 11, words: '早上好' },
  { untilHour: 13, words: '中午好' },
  { untilHour: 18, words: '下午好' },
  { untilHour: 24, words: '晚上好' },
]

/** What a colleague says at this hour. */
export function greetingAt(now: number): string {
  const hour = inChina(now).hour()
  return greetings.find(({ untilHour }) => hour < untilHour)?.words ?? '你好'
}
