import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Avatar } from '@/ui/avatar/Avatar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { IntroSheet } from './IntroSheet'

export type OwnAccount = Output<typeof api.forum.openAccounts>['accounts'][number]

function Figure({ value, name }: { value: number; name: string }) {
  return (
    <View className="account-card__figure">
      <View className="t20 bold">{grouped(value)}</View>
      <View className="t12 secondary">{name}</View>
    </View>
  )
}

/** One account: how it is heard, what it says of itself, and who speaks as it. */
export function AccountCard({ account }: { account: OwnAccount }) {
  const { accountId, name, intro, followers, posts, likes, speakers } = account
  const [editing, setEditing] = useState(false)
  return (
    <Card>
      <View
        className="account-card__head"
        {...tappable(undefined, 'link')}
        onClick={() => openPage('forum/author', { authorId: accountId })}
      >
        <Avatar name={name} size={48} official />
        <View className="grow">
          <View className="account-card__name">
            {name}
            <Icon name="verified" size={16} className="account-card__seal" />
          </View>
          <View className="t12 secondary">{intro}</View>
        </View>
        <Icon name="next" size={16} />
      </View>
      <View className="account-card__figures">
        <Figure value={followers} name="关注" />
        <Figure value={posts} name="30 天帖子" />
        <Figure value={likes} name="收到的赞" />
      </View>
      <View className="account-card__foot">
        <View className="account-card__speakers">可以发言：{speakers.map(one => one.name).join('、')}</View>
        <Button kind="secondary" size="small" label={`改介绍：${name}`} onTap={() => setEditing(true)}>
          改介绍
        </Button>
      </View>
      <IntroSheet key={intro} account={account} open={editing} onClose={() => setEditing(false)} />
    </Card>
  )
}
