import type { FigureView } from '@domain/booking/deskContract'

/** A number as its tile prints it: 128, 64%, 4.7. */
export function sayFigure({ value, unit }: Pick<FigureView, 'value' | 'unit'>): string {
  if (value === null) return '—'
  if (unit === 'share') return `${Math.round(value * 100)}%`
  return unit === 'score' ? value.toFixed(1) : value.toLocaleString('en-US')
}
