import { useEffect, useState } from 'react'
import { cloud, type Unregistered } from './cloud'

/** Whom a stranger can register as: the registration page asks for exactly these three. */
export function StrangerHint() {
  const [colleague, setColleague] = useState<Unregistered>()
  useEffect(() => {
    cloud.unregistered().then(setColleague, () => undefined)
  }, [])
  if (!colleague) return null
  return (
    <p className="hint">
      <span>
        可以登记为 <strong>{colleague.name}</strong>
      </span>
      <span className="meta">
        编号 {colleague._id} · 手机 {colleague.phone}
      </span>
    </p>
  )
}
