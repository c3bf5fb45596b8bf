/** A step that experience leads to. */
export interface Level {
  /** Counted from 1. */
  number: number
  name: string
  /** Points of experience from which on somebody is there. */
  threshold: number
}

/**
 * The levels, the lowest first. An eager colleague, who posts, comments and checks in every working day, comes to the
 * last in about half a year: see the caps in `coin/rules.ts`.
 */
export const levels = [
  { number: 1, name: '新同事', threshold: 0 },
  { number: 2, name: '常客', threshold: 120 },
  { number: 3, name: '好搭档', threshold: 400 },
  { number: 4, name: '老朋友', threshold: 900 },
  { number: 5, name: '同路人', threshold: 1_500 },
  { number: 6, name: '领航员', threshold: 2_400 },
] as const satisfies readonly Level[]

/** The level that somebody with so many points is at. */
export function levelOf(experience: number): Level {
  return levels.reduce<Level>(
    (reached, level) => (experience >= level.threshold ? level : reached),
    levels[0],
  )
}

/** The level after that one, and how many points are missing; null: there is none above. */
export function nextLevel(experience: number): { level: Level; missing: number } | null {
  const level = levels.find(({ threshold }) => threshold > experience)
  return level ? { level, missing: level.threshold - experience } : null
}

/** "Lv.5 同路人" */
export function levelName({ number, name }: Level): string {
  return `Lv.${number} ${name}`
}
