export interface PickerFieldProps {
  label: string
  mode: 'date' | 'time'
  /** `2026-11-28` or `08:30`; empty: not chosen yet. */
  value: string
  /** No day before this one. */
  min?: string
  /** No day after this one. */
  max?: string
  /** What is wrong and what to do. */
  error?: string | undefined
  onChange: (value: string) => void
}
