import { Chip } from './Chip'

/** How the phone shows the mini program. */
export interface Face {
  theme: 'light' | 'dark'
  isLarge: boolean
  isNarrow: boolean
}

interface Props {
  face: Face
  onChange(face: Face): void
}

/** 画面: light or dark, large text, the narrowest phone. */
export function FacePanel({ face, onChange }: Props) {
  const chips: [name: string, isOn: boolean, next: Face][] = [
    ['浅色', face.theme === 'light', { ...face, theme: 'light' }],
    ['深色', face.theme === 'dark', { ...face, theme: 'dark' }],
    ['大字', face.isLarge, { ...face, isLarge: !face.isLarge }],
    ['320', face.isNarrow, { ...face, isNarrow: !face.isNarrow }],
  ]
  return (
    <section>
      <h2>画面</h2>
      <div className="chips">
        {chips.map(([name, isOn, next]) => (
          <Chip key={name} name={name} isOn={isOn} onTap={() => onChange(next)} />
        ))}
      </div>
    </section>
  )
}
