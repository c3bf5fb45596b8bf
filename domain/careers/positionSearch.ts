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

export const isNew = ({ openedAt }: Pick<Findable, 'openedAt'>, now: Instant): boolean =>
  now - openedAt < NEW_DAYS * DAY_MS

/** Positions that pass every filter and hold each word that was typed, in their order. */
export function findPositions<T extends Findable>(positions: readonly T[], filter: PositionFilter): T[] {
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return positions.filter(position => passes(position, filter) && holds(position, words))
}

function passes(position: Findable, { city, family, track, level }: PositionFilter): boolean {
  return (
    (city === undefined || position.city === city) &&
    (family === undefined || position.family === family) &&
    (track === undefined || position.tracks.includes(track)) &&
    (level === undefined || position.level === level)
  )
}

function holds(position: Findable, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const { title, department, team, city, place, family, level, requirements } = position
  const ways = position.tracks.map(track => trackNames[track])
  const all = [
    title,
    department,
    team,
    city,
    place,
    familyNames[family],
    levelNames[level],
    ...ways,
    requirements,
  ]
  const text = all.join('\n').toLowerCase()
  return words.every(word => text.includes(word))
}
