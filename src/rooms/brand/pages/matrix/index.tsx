import {
  type AccountKind,
  accountGroupKeys,
  accountGroups,
  accountKindKeys,
  accountKinds,
  isMeant,
} from '@domain/brand/account'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePullToRefresh, useQueryOf } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { useFollowed } from '../../useFollowed'
import { AccountRow } from './AccountRow'
import { AccountSheet } from './AccountSheet'
import './matrix.scss'

type Opened = Output<typeof api.brand.openMatrix>
type Account = Opened['accounts'][number]
type Kind = AccountKind | 'all'

interface ListProps extends Opened {
  kind: Kind
  typed: string
  onAll: () => void
}

function Nobody({ typed, onAll }: Pick<ListProps, 'typed' | 'onAll'>) {
  return (
    <View className="matrix__none">
      <View className="t14 secondary">
        {typed ? `没有找到「${typed}」，换个名字或园区试试` : '这一类还没有账号'}
      </View>
      <View className="mt-12">
        <Chip onTap={onAll}>看全部账号</Chip>
      </View>
    </View>
  )
}

function Accounts({ accounts, now, kind, typed, onAll }: ListProps) {
  const [opened, setOpened] = useState<Account | undefined>()
  const [isOpen, setOpen] = useState(false)
  const { follows, mark } = useFollowed()
  const shown = accounts.filter(
    account => (kind === 'all' || account.kind === kind) && (typed === '' || isMeant(account, typed)),
  )
  const show = (account: Account) => {
    setOpened(account)
    setOpen(true)
  }
  if (shown.length === 0) return <Nobody typed={typed} onAll={onAll} />
  return (
    <View className="pad">
      {accountGroupKeys.map(group => {
        const own = shown.filter(account => account.group === group)
        if (own.length === 0) return null
        return (
          <View key={group}>
            <View className="matrix__group" {...spokenAs('heading', 2)}>
              {accountGroups[group]}
            </View>
            <Card padding="none">
              {own.map(account => (
                <AccountRow
                  key={account.accountId}
                  account={account}
                  now={now}
                  followed={follows(account.accountId)}
                  onShow={() => show(account)}
                  onFollowed={() => mark(account.accountId, true)}
                />
              ))}
            </Card>
          </View>
        )
      })}
      <View className="t12 secondary matrix__note">
        关注要跳到微信。微信不告诉我们你关注了谁，「已关注」是你在这部手机上记的。账号有变，请告诉品牌传播的同事。
      </View>
      {opened ? (
        <AccountSheet
          account={opened}
          open={isOpen}
          followed={follows(opened.accountId)}
          onClose={() => setOpen(false)}
          onMark={followed => mark(opened.accountId, followed)}
        />
      ) : null}
    </View>
  )
}

/** 官方微信矩阵: every official account of the group, what it is for, and how to follow it. */
export default function MatrixPage() {
  const [kind, setKind] = useState<Kind>('all')
  const [typed, setTyped] = useState('')
  const matrix = useQueryOf(api.brand.openMatrix, {})
  usePullToRefresh(matrix.refetch)
  const accounts = matrix.data?.accounts ?? []
  const counted = (text: string, count: number) => (matrix.data ? `${text} ${count}` : text)
  const seeAll = () => {
    setKind('all')
    setTyped('')
  }
  const header = (
    <>
      <SearchField
        value={typed}
        placeholder={matrix.data ? `${accounts.length} 个账号，搜名字或园区` : '搜名字或园区'}
        onChange={setTyped}
      />
      <ChipRow>
        <Chip on={kind === 'all'} onTap={() => setKind('all')}>
          {counted('全部', accounts.length)}
        </Chip>
        {accountKindKeys.map(key => (
          <Chip key={key} on={kind === key} onTap={() => setKind(key)}>
            {counted(accountKinds[key].zh, accounts.filter(account => account.kind === key).length)}
          </Chip>
        ))}
      </ChipRow>
    </>
  )
  return (
    <Screen
      nav={<Nav title="官方微信矩阵" />}
      header={header}
      query={matrix}
      skeleton={<SkeletonRows count={6} leadPx={40} roundLead />}
      isEmpty={opened => opened.accounts.length === 0}
      empty={{ title: '还没有账号', sentence: '品牌传播的同事加上以后，会出现在这里。' }}
    >
      {opened => <Accounts {...opened} kind={kind} typed={typed.trim()} onAll={seeAll} />}
    </Screen>
  )
}
