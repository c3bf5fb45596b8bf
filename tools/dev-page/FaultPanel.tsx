import { useState } from 'react'
import { Chip } from './Chip'
import { cloud, type Network, setNetwork } from './cloud'

interface Fault {
  name: string
  network?: Network
  order?: object
}

const EMPTY = '空数据'

/** Each stays on until it is tapped again; one at a time, so that what is seen has one cause. */
const faults: Fault[] = [
  { name: '断网', network: 'offline' },
  { name: '慢 2 秒', network: 'slow' },
  {
    name: '事务冲突',
    order: { database: { action: 'database.commitTransaction', mode: 'conflict', rate: 1 } },
  },
  { name: EMPTY, network: 'empty' },
  { name: '数据库不通', order: { database: { mode: 'fail', rate: 1 } } },
  { name: '内容检查失灵', order: { openapi: { api: 'security.msgSecCheck', mode: 'fail', times: 1_000 } } },
]

interface Props {
  /** The world on the other side has changed: what the phone remembers is of another. */
  onOtherWorld(): void
}

/** 让它出错: faults to switch on. */
export function FaultPanel({ onOtherWorld }: Props) {
  const [active, setActive] = useState<string | null>(null)
  const toggle = async ({ name, network, order }: Fault) => {
    const isOn = active !== name
    await cloud.fault({ clear: true })
    await setNetwork((isOn && network) || 'ok')
    if (isOn && order) await cloud.fault(order)
    setActive(isOn ? name : null)
    if (name === EMPTY || active === EMPTY) onOtherWorld()
  }
  return (
    <section>
      <h2>让它出错</h2>
      <div className="chips">
        {faults.map(fault => (
          <Chip
            key={fault.name}
            name={fault.name}
            isOn={active === fault.name}
            onTap={() => void toggle(fault)}
          />
        ))}
      </div>
    </section>
  )
}
