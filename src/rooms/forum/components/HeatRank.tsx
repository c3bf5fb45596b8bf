import { View } from '@tarojs/components'
import { useState } from 'react'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import type { Post } from '../post'
import { HeatSheet } from './HeatSheet'
import './heatRank.scss'

/** Where a post stands in the hot list; a tap says why. */
export function HeatRank({ post, rank }: { post: Pick<Post, 'postId'>; rank: number }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <View className="heat-rank" {...tappable(`热度第 ${rank} 名，为什么热`)} onClick={() => setOpen(true)}>
        <View className={`heat-rank__number${rank === 1 ? ' heat-rank__number--first' : ''}`}>{rank}</View>
        <View className="t12 secondary">为什么热</View>
        <Icon name="info" size={16} />
      </View>
      <HeatSheet postId={post.postId} open={open} onClose={() => setOpen(false)} leads />
    </>
  )
}
