import type { Spoken } from './spoken'

export type { Spoken } from './spoken'

export function spokenAs(role: string, level?: number): Spoken {
  return { role, ...(level ? { 'aria-level': String(level) } : {}) }
}

export function landmark(role: string, label?: string): Spoken {
  return { role, ...(label ? { 'aria-label': label } : {}) }
}
