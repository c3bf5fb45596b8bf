import { useCallback, useEffect, useState } from 'react'
import { Chip } from './Chip'
import { cloud, readNetwork, setNetwork } from './cloud'
import { EMPTY, type Fault, faults, faultsOn } from './faults'

const READ_MS = 3_000

interface Props {
  /** The world on the other side has changed: what the phone remembers is of another. */
  onOtherWorld(): void
}

/** 让它出错: faults to switch on. Which of them are on is asked of the servers, who outlive this page. */
export function FaultPanel({ onOtherWorld }: Props) {
  const [on, setOn] = useState<string[]>([])

  const read = useCallback(async () => {
    try {
      const [network, running] = await Promise.all([readNetwork(), cloud.faults()])
      setOn(faultsOn(network, running))
    } catch {
      // The cloud is restarting; the next look finds it.
    }
  }, [])

  useEffect(() => {
    void read()
    const timer = setInterval(() => void read(), READ_MS)
    return () => clearInterval(timer)
  }, [read])

  const toggle = async ({ name, network, order }: Fault) => {
    const isWanted = !on.includes(name)
    await cloud.fault({ clear: true })
    await setNetwork((isWanted && network) || 'ok')
    if (isWanted && order) await cloud.fault(order)
    await read()
    if (name === EMPTY || on.includes(EMPTY)) onOtherWorld()
  }

  return (
    <section>
      <h2>让它出错</h2>
      <div className="chips">
        {faults.map(fault => (
          <Chip
            key={fault.name}
            name={fault.name}
            isOn={on.includes(fault.name)}
            onTap={() => void toggle(fault)}
          />
        ))}
      </div>
    </section>
  )
}
