import type { ChosenPlace } from './place'

/** A browser has no map of WeChat's to choose on. */
export const canChoosePlace = false

export function choosePlace(): Promise<ChosenPlace | undefined> {
  return Promise.resolve(undefined)
}
