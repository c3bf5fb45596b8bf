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
  // Each time that a board is asked for, the feed begins with it.
  const [board, setBoard] = useState<{ times: number; boardId?: string | undefined }>({ times: 0 })
  useDidShow(() => {
    const wished = takeFunPlace()
    if (!wished) return
    const { boardId } = wished
    setPlace(wished.place)
    if (boardId !== undefined) setBoard(({ times }) => ({ times: times + 1, boardId }))
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
      {place === 'talk' ? <TalkFeed key={board.times} nav={nav} boardId={board.boardId} /> : null}
      {place === 'union' ? <AssociationList nav={nav} /> : null}
      {place === 'centre' ? <CentreList nav={nav} /> : null}
    </TabPage>
  )
}
