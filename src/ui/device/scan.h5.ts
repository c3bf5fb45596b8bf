/** A browser at the desk has a keyboard, and often no camera. */
export const canScan = false

export function scanCode(): Promise<string | undefined> {
  return Promise.resolve(undefined)
}
