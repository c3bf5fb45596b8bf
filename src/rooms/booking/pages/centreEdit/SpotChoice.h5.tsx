import type { SpotChoiceProps } from './SpotChoice'

/** A browser has no map of WeChat's: the field above takes what is copied from another. */
export function SpotChoice(_props: SpotChoiceProps) {
  return null
}
