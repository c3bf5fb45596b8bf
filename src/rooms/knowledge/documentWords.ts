import type { Day, Instant } from '@domain/kernel/time'
import { daysLeft, sayLeft } from '@domain/knowledge/document'
import { sayOtherYear } from '@/ui/clock/moment'

/** "9 月 12 日", with its year when it is another than this one. */
export function sayDay(on: Day, now: Instant = Date.now()): string {
  const [year = 0, month, day] = on.split('-').map(Number)
  return `${sayOtherYear(year, now)}${month} 月 ${day} 日`
}

/** Until when a document counts, in words. */
export function sayEnd(expiresOn: Day | null, now: Instant): string {
  if (expiresOn === null) return '长期有效'
  const left = daysLeft(expiresOn, now)
  if (left <= 0) return `${sayDay(expiresOn, now)}已到期`
  return left <= 30 ? `${sayDay(expiresOn, now)}，${sayLeft(expiresOn, now)}` : sayDay(expiresOn, now)
}

/** So many departments are named in a line. */
const NAMED_MAX = 3

/** 质量、采购, or 质量、采购、物流等 9 个部门. */
export function sayDepartments(departments: readonly string[]): string {
  if (departments.length <= NAMED_MAX) return departments.join('、')
  return `${departments.slice(0, NAMED_MAX).join('、')}等 ${departments.length} 个部门`
}
