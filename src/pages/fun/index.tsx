import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import CentreList from '@/rooms/booking/CentreList'
import { TalkFeed } from '@/rooms/forum/TalkFeed'
import { type FunPlace, takeFunPlace } from '@/rooms/funPlace'
import { openPage } from '@/rooms/open'
import AssociationList from '@/rooms/union/AssociationList'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { Nav } from '@/ui/nav/Nav'
import { type Segment, Segments } from '@/ui/segments/Segments'
import { TabPage } from '@/ui/tabPage/TabPage'

import './fun.scss'

const places: readonly Segment<FunPlace>[] = [
  { key: 'talk', text: '沃谈会' },
  { key: 'union', text: '沃工会' },
  { key: 'centre', text: '品牌体验中心' },
]

export default function FunPage() {
  const [place, setPlace] = useState<FunPlace>('talk')
  useDidShow(() => {
    const wished = takeFunPlace()
    if (wished) setPlace(wished)
  })
  const nav = (
    <>
      <Nav
        title="沃有趣"
        root
        end={
          <View className="fun__search" {...tappable('搜索')} onClick={() => openPage('forum/search')}>
            <Icon name="search" />
          </View>
        }
      />
      <Segments segments={places} value={place} onChange={setPlace} />
    </>
  )
  return (
    <TabPage>
      {place === 'talk' ? <TalkFeed nav={nav} /> : null}
      {place === 'union' ? <AssociationList nav={nav} /> : null}
      {place === 'centre' ? <CentreList nav={nav} /> : null}
    </TabPage>
  )
}
