import { View } from '@tarojs/components'
import { api, usePullToRefresh, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { AccountCard } from './AccountCard'
import './accounts.scss'

/** 官方账号: those that one speaks as. */
export default function AccountsPage() {
  const query = useQueryOf(api.forum.openAccounts, {})
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={<Nav title="官方账号" />}
      side={<DeskMenu here="forum/accounts" />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={48} roundLead />}
      isEmpty={({ accounts }) => accounts.length === 0}
      empty={{ title: '还没有你能发言的账号', sentence: '需要的话，请和工会或品牌部说一声。' }}
    >
      {({ accounts }) => (
        <View className="column gap-12 pad desk-cards">
          {accounts.map(account => (
            <AccountCard key={account.accountId} account={account} />
          ))}
          <View className="t12 secondary">发帖和评论时，在正文下面选用哪个账号说。账号说的不得沃币。</View>
        </View>
      )}
    </Screen>
  )
}
