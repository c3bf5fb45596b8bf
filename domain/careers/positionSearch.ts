import { DAY_MS, type Instant } from '../kernel/time'
import {
  type City,
  type Family,
  familyNames,
  type Level,
  levelNames,
  type Track,
  trackNames,
} from './position'

/** What a position is found by. */
export interface Findable {
  positionId: string
  title: string
  department: string
  team: string
  city: City
  place: string
  family: Family
  level: Level
  tracks: readonly Track[]
  requirements: string
  openedAt: Instant
}

export interface PositionFilter {
  city?: City | undefined
  family?: Family | undefined
  track?: Track | undefined
  level?: Level | undefined
  text?: string | undefined
}

/** Days for which a position counts as newly opened. */
export const NEW_DAYS = 7

/** Whether a position was opened less than `NEW_DAYS` days of 24 hours ago. */
export const isNew = ({ openedAt }: Pick<Findable, 'openedAt'>, now: Instant): boolean =>
  now - openedAt < NEW_DAYS * DAY_MS

/** Positions that pass every filter and hold each word that was typed, in their order. */
export function findPositions<T extends Findable>(positions: readonly T[], filter: PositionFilter): T[] {
  return positions.filter(
    position => passes(position, filter) && (!filter.text || holdsAll(textsOf(position), filter.text)),
  )
}

/** Whether some texts together hold each word that was typed. */
export function holdsAll(texts: readonly string[], typed: string): boolean {
  const text = texts.join('\n').toLowerCase()
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return words.every(word => text.includes(word))
}

function passes(position: Findable, { city, family, track, level }: PositionFilter): boolean {
  return (
    (city === undefined || position.city === city) &&
    (family === undefined || position.family === family) &&
    (track === undefined || position.tracks.includes(track)) &&
    (level === undefined || position.level === level)
  )
}

function textsOf(position: Findable): string[] {
  const { title, department, team, city, place, family, level, requirements } = position
  const ways = position.tracks.map(track => trackNames[track])
  return [title, department, team, city, place, familyNames[family], levelNames[level], ...ways, requirements]
}
