import { accountKinds } from '@domain/brand/account'
import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { Avatar } from '@/ui/avatar/Avatar'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { goToAccount } from '../../channels'
import { sayDayAgo } from './dayWords'

interface AccountRowProps {
  account: Output<typeof api.brand.openMatrix>['accounts'][number]
  now: number
  followed: boolean
  onShow: () => void
  onFollowed: () => void
}

/** The button goes where WeChat lets it go, and otherwise shows the code. */
export function AccountRow({ account, now, followed, onShow, onFollowed }: AccountRowProps) {
  const { name, sign, purpose, kind, latest } = account
  const { zh, follow } = accountKinds[kind]
  const go = async () => {
    if (await goToAccount(account)) onFollowed()
    else onShow()
  }
  const meta = [`${purpose} · ${zh}`]
  if (latest) meta.push(`${sayDayAgo(latest.on, now)}：${latest.words}`)
  return (
    <ListRow
      lead={<Avatar name={sign} official />}
      title={
        <View className="row gap-4">
          <View className="clamp-2">{name}</View>
          <Icon name="verified" size={16} className="matrix__mark" />
        </View>
      }
      meta={meta}
      chevron={false}
      onTap={onShow}
      end={
        followed && kind !== 'miniProgram' ? (
          <Badge>已关注</Badge>
        ) : (
          <Button kind="secondary" size="small" label={`${follow}${name}`} onTap={() => void go()}>
            {follow}
          </Button>
        )
      }
    />
  )
}
