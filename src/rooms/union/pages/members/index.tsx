import { inChina } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  api,
  type Input,
  useCommand,
  useEndlessPages,
  usePagesOf,
  usePullToRefresh,
  useRefreshFromTop,
} from '@/api'
import { ReasonSheet } from '@/rooms/access/public'
import { saveCsv, savingVerb } from '@/rooms/csvFile'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Face } from '@/rooms/Face'
import { usePageParams } from '@/rooms/usePageParams'
import { spokenAs } from '@/ui/a11y/spoken'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip } from '@/ui/chip/Chip'
import { useSettled } from '@/ui/field/useSettled'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListHead } from '@/ui/listRow/ListHead'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { associationQueries } from '../../outdated'
import { removals } from '../../reasons'
import { type Member, MemberSheet } from './MemberSheet'

function MemberRow({ member, onTap }: { member: Member; onTap: (() => void) | undefined }) {
  const { person, joinedAt, presiding } = member
  return (
    <ListRow
      lead={<Face of={person} size={40} />}
      title={person.name}
      meta={`${person.site} · ${person.department} · ${inChina(joinedAt).format('YYYY 年 M 月')}入会`}
      end={presiding ? <Badge tone="accent">会长</Badge> : undefined}
      {...(onTap && !presiding ? { onTap } : {})}
    />
  )
}

type Order = NonNullable<Input<typeof api.union.listMembers>['order']>

const orderWords: Record<Order, string> = { joined: '其余入会早的先', name: '其余按姓名' }
const orders: readonly { key: Order; words: string }[] = [
  { key: 'joined', words: '按入会' },
  { key: 'name', words: '按姓名' },
]

function OrderChips({ order, onChange }: { order: Order; onChange: (order: Order) => void }) {
  return (
    <View className="row gap-8 mt-8" {...spokenAs('radiogroup')} aria-label="排序">
      {orders.map(({ key, words }) => (
        <Chip key={key} on={key === order} onTap={() => onChange(key)}>
          {words}
        </Chip>
      ))}
    </View>
  )
}

function Export({ associationId }: { associationId: string }) {
  const made = useCommand(api.union.exportMembers, {
    onDone: ({ csv, complete }) => {
      void saveCsv('会员名单.csv', csv)
      if (!complete) toast.show('会员太多，文件里是前 1,000 位')
    },
  })
  return (
    <Button kind="text" onTap={() => made.run({ associationId })}>
      {savingVerb}名单
    </Button>
  )
}

/** Which member is looked at, and whether it is to remove them. */
function useHandling(associationId: string) {
  const [member, setMember] = useState<Member>()
  const [removing, setRemoving] = useState<Member>()
  const remove = useCommand(api.union.removeMember, {
    outdates: associationQueries,
    onDone: () => {
      toast.show(`${removing?.person.name ?? ''}已移出，会收到说明`)
      setRemoving(undefined)
    },
  })
  const sheets = (holdsOffice: boolean) => (
    <>
      <MemberSheet
        associationId={associationId}
        member={member}
        holdsOffice={holdsOffice}
        onClose={() => setMember(undefined)}
        onRemove={() => {
          setRemoving(member)
          setMember(undefined)
        }}
      />
      {removing ? (
        <ReasonSheet
          open
          onClose={() => setRemoving(undefined)}
          title={`移出${removing.person.name}`}
          label={`${removing.person.name}会看到`}
          placeholder="写一句为什么"
          reasons={removals}
          action="移出并说明"
          refusal
          note="移出后对方不再是会员，可以重新申请"
          onSend={reason => remove.run({ membershipId: removing.membershipId, reason })}
        />
      ) : null}
    </>
  )
  return { open: setMember, sheets }
}

/** Who belongs to an association; for its president also the ways to change that. */
export default function MembersPage() {
  const { associationId = '' } = usePageParams()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const [order, setOrder] = useState<Order>('joined')
  const list = usePagesOf(api.union.listMembers, { associationId, ...(text ? { text } : { order }) })
  usePullToRefresh(useRefreshFromTop(list.queryKey, list))
  useEndlessPages(list)
  const { open, sheets } = useHandling(associationId)
  return (
    <Screen
      nav={<Nav title="会员" />}
      side={<DeskMenu here="union/preside" />}
      header={
        <SearchField value={typed} label="找会员" placeholder="姓名、拼音或员工编号" onChange={setTyped} />
      }
      query={list}
      skeleton={<SkeletonRows count={8} leadPx={40} roundLead />}
      isEmpty={({ pages }) => pages.every(({ members }) => members.length === 0)}
      empty={{ title: '没有找到', sentence: text ? `会员里没有叫「${text}」的` : '还没有会员' }}
    >
      {({ pages }) => {
        const [first] = pages
        const presiding = first?.presiding === true
        return (
          <View className="pad mt-8">
            <View className="row row--between">
              <View className="t12 secondary">
                {text ? '搜到的会员' : `一共 ${first?.total ?? 0} 人，会长在前，${orderWords[order]}`}
              </View>
              {presiding ? <Export associationId={associationId} /> : null}
            </View>
            {text ? null : <OrderChips order={order} onChange={setOrder} />}
            <Card padding="none" className="mt-12">
              <ListHead names={['姓名', '园区、部门、什么时候入会']} leadPx={40} />
              {pages.flatMap(({ members }) =>
                members.map(member => (
                  <MemberRow
                    key={member.membershipId}
                    member={member}
                    onTap={presiding ? () => open(member) : undefined}
                  />
                )),
              )}
            </Card>
            <ListEnd of={list} words={first?.more ? '同名的还有，再多打几个字' : '都看完了'} />
            {sheets(first?.holdsOffice === true)}
          </View>
        )
      }}
    </Screen>
  )
}
