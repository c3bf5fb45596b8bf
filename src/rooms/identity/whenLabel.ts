import { type Instant, inChina } from '@domain/kernel/time'

/** "12 月 1 日 12:20" */
export function whenLabel(at: Instant): string {
  return inChina(at).format('M 月 D 日 H:mm')
}
