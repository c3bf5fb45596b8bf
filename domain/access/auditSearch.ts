import { DAY_MS, type Day, dayOf, type Instant, inChina, isDay } from '../kernel/time'
import { actionsCalled, isRoomOnRecord } from './actionWords'
import type { AuditFilter } from './auditContract'

const DATED = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/

/** "11月13日", "11-13", "2026/11/13", "今天": the latest such day that has come. */
function dayMeant(word: string, now: Instant): Day | undefined {
  if (word === '今天') return dayOf(now)
  if (word === '昨天') return dayOf(now - DAY_MS)
  const [, year, month = '', date = ''] = DATED.exec(word) ?? []
  const inYear = (of: number) => `${of}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const thisYear = inChina(now).year()
  const latest = inYear(thisYear) <= dayOf(now) ? inYear(thisYear) : inYear(thisYear - 1)
  const day = year === undefined ? latest : inYear(Number(year))
  return isDay(day) ? day : undefined
}

/** One word of a search of the record; what is nothing else is somebody's name. */
function wordMeant(word: string, now: Instant): AuditFilter {
  if (/^VC\d{6}$/i.test(word)) return { person: word.toUpperCase() }
  const on = dayMeant(word, now)
  if (on !== undefined) return { on }
  if (/^\w+\.\w+$/.test(word)) return { action: word }
  if (word.includes('/')) return { subject: word }
  if (isRoomOnRecord(word)) return { room: word }
  const [action] = actionsCalled(word)
  return action === undefined ? { person: word.slice(0, 40) } : { action }
}

function meanings(typed: string, now: Instant): AuditFilter[] {
  const words = typed.replace(/(\d)\s*([年月日])(?:\s+(?=\d))?/g, '$1$2').split(/\s+/)
  return words.filter(Boolean).map(word => wordMeant(word, now))
}

/** Everybody who is named, each once. */
function namesMeant(typed: string, now: Instant): string[] {
  return [...new Set(meanings(typed, now).flatMap(({ person }) => person ?? []))]
}

/** So many people are looked for together: who acted, and whom it was done to. */
const NAMES_MAX = 2

/** What was typed, as the search of the record takes it: who, when, what, each a word: "马骁 停言 11月13日". */
export function searchMeant(typed: string, now: Instant): AuditFilter {
  const [person, other] = namesMeant(typed, now)
  const who = { ...(person === undefined ? {} : { person }), ...(other === undefined ? {} : { other }) }
  return Object.assign({}, ...meanings(typed, now), who)
}

/** Names beyond those that are looked for. */
export function namesLeftOut(typed: string, now: Instant): string[] {
  return namesMeant(typed, now).slice(NAMES_MAX)
}

/** Where a word is what several actions are called, all of them. */
export function actionsMeant(typed: string, now: Instant): string[] {
  const word = typed.split(/\s+/).find(one => one !== '' && wordMeant(one, now).action !== undefined)
  return word === undefined ? [] : actionsCalled(word)
}
