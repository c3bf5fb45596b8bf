import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { backOr } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { ReasonSheet } from '../../../access/public'
import { memberQueries } from '../../memberWords'
import { Choices } from './Choices'
import './leaving.scss'

type Preview = Output<typeof api.identity.previewLeaving>
type CoinRule = 'keep' | 'forfeit'

const reasons = [
  { label: '合同到期', sentence: '合同到期，不再续签。' },
  { label: '本人辞职', sentence: '本人提出离职，手续已办完。' },
  { label: '退休', sentence: '到龄退休，感谢这些年。' },
]

/** Nobody could give another role any more: the last administrator has to name a successor first. */
const isLastAdmin = ({ roles }: Pick<Preview, 'roles'>) =>
  roles.some(({ role, others }) => role === 'admin' && others.length === 0)

const withoutOthers = (role: string) =>
  role === 'admin' ? '没有别人了，先由本人在「角色与权限」里授给另一位' : '没有别人了，离职后请系统管理员另授'

/** What waits, and with whom it goes on. */
function Handover({ waiting, roles, lentTo }: Preview) {
  const count = waiting.reduce((sum, one) => sum + one.count, 0)
  const otherRoles = roles.map(({ role, scope, name, others }) => (
    <ListRow
      key={`${role} ${scope}`}
      title={`${name} · ${scope}`}
      meta={others.length > 0 ? `还有 ${others.join('、')}` : withoutOthers(role)}
    />
  ))
  return (
    <Card padding="none">
      <SectionHeader title="手上的事" more={count > 0 ? `${count} 件在等` : '没有在等的'} />
      {waiting.map(one => (
        <ListRow key={one.place} title={one.place} meta={`${one.count} 件，10 分钟内转给同一角色的同事`} />
      ))}
      {otherRoles}
      {lentTo ? <ListRow title="请人代办" meta={`${lentTo}代办的权限一起结束`} /> : null}
    </Card>
  )
}

function Belongings({ places, orders, foundings }: Preview) {
  const rows = [
    { name: '报名和预约', count: places, what: '名额让给排队的同事，报名费退回' },
    { name: '没办完的订单', count: orders, what: '照常处理，请提醒本人来取或交回' },
    { name: '创会申请', count: foundings, what: '一起撤回' },
  ].filter(({ count }) => count > 0)
  if (rows.length === 0) return null
  return (
    <Card padding="none">
      <SectionHeader title="名下的" />
      {rows.map(({ name, count, what }) => (
        <ListRow key={name} title={`${name} ${count}`} meta={what} />
      ))}
    </Card>
  )
}

interface CoinsProps {
  preview: Preview
  rule: CoinRule
  onRule: (rule: CoinRule) => void
}

function Coins({ preview: { balance, debt, keptDays }, rule, onRule }: CoinsProps) {
  return (
    <Card>
      <View className="t16 medium">沃币 {grouped(balance)}</View>
      {debt > 0 ? <View className="t12 secondary">另有欠 {grouped(debt)}</View> : null}
      <Checkbox shape="round" checked={rule === 'keep'} onChange={() => onRule('keep')}>
        保留 {keptDays} 天，返岗就还在，之后清零
      </Checkbox>
      <Checkbox shape="round" checked={rule === 'forfeit'} onChange={() => onRule('forfeit')}>
        现在清零，明细里记一笔
      </Checkbox>
    </Card>
  )
}

const handoverReasons = [
  { label: '已经商量好', sentence: '和协会商量过，由这位会员接任。' },
  { label: '其他', sentence: '' },
]

interface HandoverBarProps {
  preview: Preview
  chosen: Choice['chosen']
}

/** For whoever has left already: the offices that nobody took up. */
function HandoverBar({ preview: { person }, chosen }: HandoverBarProps) {
  const [asking, setAsking] = useState(false)
  const handOver = useCommand(api.identity.handOverOffices, {
    outdates: memberQueries,
    onDone: () => {
      toast.show('交接好了，已经通知新会长')
      void backOr('identity/member', { employeeId: person.employeeId })
    },
  })
  const offices = Object.entries(chosen).flatMap(([associationId, toEmployeeId]) =>
    toEmployeeId === null ? [] : [{ associationId, toEmployeeId }],
  )
  return (
    <>
      <BottomBar consequence={offices.length > 0 ? '会长马上换人' : '先选好接任的会长'}>
        <Button disabled={offices.length === 0} onTap={() => setAsking(true)}>
          交接
        </Button>
      </BottomBar>
      <ReasonSheet
        open={asking}
        onClose={() => setAsking(false)}
        title={`交接${person.name}的会长`}
        label="理由，只留在记录里"
        placeholder="写给以后查记录的人"
        reasons={handoverReasons}
        action="交接"
        refusal={false}
        note="接任的会员会收到通知，不方便可以再交给别人"
        onSend={reason => handOver.run({ employeeId: person.employeeId, offices, reason })}
      />
    </>
  )
}

interface Choice {
  /** By association: who follows, null for nobody yet. */
  chosen: Record<string, string | null>
  coins: CoinRule
}

interface LeavingBarProps {
  preview: Preview
  choice: Choice
}

/** The last step, once it is clear who follows. */
function LeavingBar({ preview, choice: { chosen, coins } }: LeavingBarProps) {
  const { person, offices } = preview
  const [asking, setAsking] = useState(false)
  const leave = useCommand(api.identity.leaveMember, {
    outdates: memberQueries,
    onDone: () => {
      toast.show('登录已停用，其余几步会自动办完')
      void backOr('identity/member', { employeeId: person.employeeId })
    },
  })
  const missing = isLastAdmin(preview)
    ? '先有另一位系统管理员'
    : offices.every(({ associationId }) => associationId in chosen)
      ? undefined
      : '先选好接任的会长'
  const send = (reason: string) =>
    leave.run({
      employeeId: person.employeeId,
      offices: offices.map(({ associationId }) => ({
        associationId,
        toEmployeeId: chosen[associationId] ?? null,
      })),
      coins,
      reason,
    })
  return (
    <>
      <BottomBar consequence={missing ?? '登录马上停用'}>
        <Button kind="danger" disabled={missing !== undefined} onTap={() => setAsking(true)}>
          办理离职
        </Button>
      </BottomBar>
      <ReasonSheet
        open={asking}
        onClose={() => setAsking(false)}
        title={`为${person.name}办理离职`}
        label="理由，只留在记录里"
        placeholder="写给以后查记录的人"
        reasons={reasons}
        action="停用登录"
        refusal
        note="办错了可以返岗：登录、角色和沃币能恢复，让出的名额和会长不能"
        onSend={send}
      />
    </>
  )
}

function barOf(preview: Preview, choice: Choice) {
  return preview.left ? (
    <HandoverBar preview={preview} chosen={choice.chosen} />
  ) : (
    <LeavingBar preview={preview} choice={choice} />
  )
}

/** 办理离职: what will happen, before anything does; of whoever has left, the offices that are still theirs. */
export default function LeavingPage() {
  const { employeeId = '' } = usePageParams()
  const query = useQueryOf(api.identity.previewLeaving, { employeeId }, { staleMs: 0, kept: false })
  const [chosen, setChosen] = useState<Choice['chosen']>({})
  const [coins, setCoins] = useState<CoinRule>('keep')
  return (
    <Screen
      nav={<Nav title={query.data?.left ? '交接会长' : '办理离职'} close />}
      side={<DeskMenu here="identity/members" />}
      query={query}
      skeleton={<SkeletonRows count={6} leadPx={0} />}
      bar={query.data ? barOf(query.data, { chosen, coins }) : undefined}
    >
      {preview => (
        <View className="pad column gap-12 leaving">
          <View className="t14 secondary">
            {preview.person.name} · {preview.person.site} · {preview.person.department}
            {preview.left ? '，已经离职。' : '。确认前什么都不会动。'}
          </View>
          <Choices
            offices={preview.offices}
            chosen={chosen}
            onChoose={(id, to) => setChosen(before => ({ ...before, [id]: to }))}
          />
          {preview.left ? null : (
            <>
              <Handover {...preview} />
              <Belongings {...preview} />
              <Coins preview={preview} rule={coins} onRule={setCoins} />
            </>
          )}
        </View>
      )}
    </Screen>
  )
}
