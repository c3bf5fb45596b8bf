import { ulid } from 'ulid'
import type { Instant } from '../../domain/kernel/time'
import { seededRandom } from '../local-cloud/state/seededRandom'

/** Chance that falls the same way each time, so that the demonstration world is always the same one. */
export interface Chance {
  /** In [0, 1). */
  next(): number
  /** From `from` to `to`, both included. */
  whole(from: number, to: number): number
  pick<T>(from: readonly T[]): T
  /** `count` different ones, or all there are. */
  sample<T>(from: readonly T[], count: number): T[]
  /** A ULID of a moment. */
  id(at: Instant): string
}

export function chanceOf(seed: number): Chance {
  const next = seededRandom(seed)
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    whole,
    pick: <T>(from: readonly T[]) => from[whole(0, from.length - 1)] as T,
    sample<T>(from: readonly T[], count: number) {
      const left = [...from]
      const taken: T[] = []
      while (left.length > 0 && taken.length < count) taken.push(...left.splice(whole(0, left.length - 1), 1))
      return taken
    },
    id: at => ulid(at, next),
  }
}
