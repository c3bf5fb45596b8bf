import {
  type Family,
  familyNames,
  type Level,
  levelNames,
  type Track,
  trackNames,
} from '@domain/careers/position'
import { api } from '@/api'
import { sayWhen } from '@/ui/clock/moment'

/** What a change of one's own makes old. */
export const ownQueries = [api.careers.openPositions, api.careers.openPosition, api.careers.listMine] as const
/** What a recruiter's change makes old. */
export const deskQueries = [
  api.careers.openDesk,
  api.careers.openBoard,
  api.careers.openCandidate,
  api.careers.openPositionEdit,
  api.careers.openPositions,
  api.careers.openPosition,
  api.access.openInbox,
] as const

interface Placed {
  department: string
  team: string
  city: string
  place: string
}

/** "研发 · 底盘工程 · 上海嘉定" */
export const whereOf = ({ department, team, city, place }: Placed): string =>
  [department, team, `${city}${place}`].filter(Boolean).join(' · ')

/** "今天", "昨天", "11 月 17 日": nobody asks for the minute at which a position was opened. */
export const sayDay = (at: number, now: number): string => sayWhen(at, now).replace(/ \d+:\d+$/, '')

interface Tagged {
  tracks: readonly Track[]
  level: Level
  family: Family
  years: string
}

/** What stands in its badges. */
export const tagsOf = ({ tracks, level, family, years }: Tagged): string[] =>
  [...tracks.map(track => trackNames[track]), familyNames[family], levelNames[level], years].filter(Boolean)
