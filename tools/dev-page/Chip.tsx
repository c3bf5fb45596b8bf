interface ChipProps {
  name: string
  isOn: boolean
  onTap(): void
}

/** One of several things to switch on. */
export function Chip({ name, isOn, onTap }: ChipProps) {
  return (
    <button type="button" className={`chip ${isOn ? 'chip--on' : ''}`} aria-pressed={isOn} onClick={onTap}>
      {name}
    </button>
  )
}
