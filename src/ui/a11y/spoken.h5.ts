import type { Spoken } from './spoken'

export type { Spoken } from './spoken'

export function spokenAs(role: string, level?: number): Spoken {
  return { role, ...(level ? { 'aria-level': String(level) } : {}) }
}
