import type { FigureView } from './deskContract'

/** A part of a whole, 0 to 1; null where there is no whole to take it of. */
export const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)

/** One figure of a desk, with what it counts. */
export function figure(
  key: string,
  title: string,
  unit: FigureView['unit'],
  value: number | null,
  definition: string,
): FigureView {
  return { key, title, unit, value, definition }
}
