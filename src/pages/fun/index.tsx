import { useState } from 'react'
import { TalkFeed } from '@/rooms/forum/TalkFeed'
import AssociationList from '@/rooms/union/AssociationList'
import { Nav } from '@/ui/nav/Nav'
import { type Segment, Segments } from '@/ui/segments/Segments'
import { TabPage } from '@/ui/tabPage/TabPage'
import { BrandCentre } from './BrandCentre'

type Place = 'talk' | 'union' | 'centre'

const places: readonly Segment<Place>[] = [
  { key: 'talk', text: '沃谈会' },
  { key: 'union', text: '沃工会' },
  { key: 'centre', text: '品牌体验中心' },
]

export default function FunPage() {
  const [place, setPlace] = useState<Place>('talk')
  const nav = (
    <>
      <Nav title="沃有趣" root />
      <Segments segments={places} value={place} onChange={setPlace} />
    </>
  )
  return (
    <TabPage>
      {place === 'talk' ? <TalkFeed nav={nav} /> : null}
      {place === 'union' ? <AssociationList nav={nav} /> : null}
      {place === 'centre' ? <BrandCentre nav={nav} /> : null}
    </TabPage>
  )
}
