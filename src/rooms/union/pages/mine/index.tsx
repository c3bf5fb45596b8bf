import { useState } from 'react'
import { usePageParams } from '@/rooms/usePageParams'
import { Nav } from '@/ui/nav/Nav'
import { type Segment, Segments } from '@/ui/segments/Segments'
import { MyApplications } from './MyApplications'
import { MyFoundings } from './MyFoundings'

type Kind = 'applications' | 'foundings'

const segments: readonly Segment<Kind>[] = [
  { key: 'applications', text: '入会' },
  { key: 'foundings', text: '创会' },
]

/** Every application of mine, the running ones and those of the past. */
export default function MinePage() {
  const { kind: asked } = usePageParams()
  const [kind, setKind] = useState<Kind>(asked === 'foundings' ? 'foundings' : 'applications')
  const nav = <Nav title="我的协会" />
  const header = <Segments segments={segments} value={kind} onChange={setKind} />
  return kind === 'foundings' ? (
    <MyFoundings nav={nav} header={header} />
  ) : (
    <MyApplications nav={nav} header={header} />
  )
}
