import { type ReactNode, useState } from 'react'
import { Chip } from './Chip'

const tabs = ['身份和时间', '消息和日志'] as const

interface Props {
  /** Whether there is room for one column only. */
  isNarrow: boolean
  /** What to set. */
  left: ReactNode
  /** What was sent and asked. */
  right: ReactNode
}

/** What stands beside the phone: two columns, or one with a tab for each. */
export function Panels({ isNarrow, left, right }: Props) {
  const [open, setOpen] = useState<(typeof tabs)[number]>('身份和时间')
  return (
    <>
      {isNarrow && (
        <nav className="chips tabs">
          {tabs.map(name => (
            <Chip key={name} name={name} isOn={name === open} onTap={() => setOpen(name)} />
          ))}
        </nav>
      )}
      <aside className="panel panel--left" hidden={isNarrow && open !== '身份和时间'}>
        {left}
      </aside>
      <aside className="panel panel--right" hidden={isNarrow && open !== '消息和日志'}>
        {right}
      </aside>
    </>
  )
}
