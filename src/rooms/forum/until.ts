import { MINUTE_MS } from '@domain/kernel/time'
import type { ApiError } from '@/api'
import { sayMoment } from '@/ui/clock/moment'

type Refused = Pick<ApiError, 'code' | 'message' | 'againAt'> & Partial<Pick<ApiError, 'fields'>>

const partNames: Readonly<Record<string, string>> = { title: '标题', body: '正文', poll: '投票' }

/** "标题和正文", of the parts that WeChat's check has named; nothing where it named none. */
function sayParts(fields: readonly string[]): string {
  return fields.flatMap(field => partNames[field] ?? []).join('和')
}

/** Why something was not published, and from which minute it would be; what was said already is said better in other words. */
export function sayRefusal({ code, message, againAt, fields = [] }: Refused, now: number): string {
  const parts = code === 'CONTENT_REJECTED' ? sayParts(fields) : ''
  if (parts) return message.replace(/^内容/, parts)
  if (againAt === undefined || code === 'FORUM_REPEATED') return message
  return `${message}，${sayMoment(Math.ceil(againAt / MINUTE_MS) * MINUTE_MS, now)} 起可以`
}
