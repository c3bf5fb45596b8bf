/** Attributes a screen reader reads, under the names of the target. */
export interface Spoken {
  'aria-role'?: string
  'aria-level'?: string
  role?: string
  'aria-label'?: string
}

/**
 * What a View is, for the ear. WeChat reads `aria-role`, the browser `role`, and each takes the other's
 * name for a mistake.
 */
export function spokenAs(role: string, level?: number): Spoken {
  return { 'aria-role': role, ...(level ? { 'aria-level': String(level) } : {}) }
}

/** A part of the page that a reader jumps to. WeChat's screen readers know none. */
export function landmark(_role: string, _label?: string): Spoken {
  return {}
}
