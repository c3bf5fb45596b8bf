interface Size {
  width: number
  height: number
}

/** As many pixels as the largest phone shows when a picture fills it, twice over for looking closer. */
export const LONG_SIDE_PX = 2_048
/** JPEG's, of 1: where people begin not to see a difference. */
export const QUALITY = 0.82

export function isLarge({ width, height }: Size): boolean {
  return Math.max(width, height) > LONG_SIDE_PX
}

/** The size at which a picture goes up; never larger than it is. */
export function scaledSize({ width, height }: Size): Size {
  if (!isLarge({ width, height })) return { width, height }
  const scale = LONG_SIDE_PX / Math.max(width, height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
