import { sayAction } from '@domain/access/actionWords'
import { sayFacts, sayWhom } from '@domain/access/recordWords'
import { can } from '@domain/access/roles'
import { inChina } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, usePagesOf, useSession } from '@/api'
import { openPage } from '@/rooms/open'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Coin } from '@/ui/coin/Coin'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'
import './member.scss'

type Movements = Output<typeof api.identity.openMovements>['movements']

const momentLabel = (at: number) => inChina(at).format('M 月 D 日 HH:mm')

function MovementsSheet({ movements, onClose }: { movements: Movements | null; onClose: () => void }) {
  return (
    <Sheet
      open={movements !== null}
      title="最近的沃币明细"
      onClose={onClose}
      note="只列最近 20 笔；谁、什么时候看过，都会留下"
    >
      {movements?.map(({ entryId, title, amount, balanceAfter, receivedAt, because }) => (
        <ListRow
          key={entryId}
          plain
          title={title}
          meta={[
            `${momentLabel(receivedAt)}，余 ${balanceAfter.toLocaleString('en-US')}`,
            ...(because ? [because] : []),
          ]}
          end={<Coin amount={amount} signed size={16} />}
        />
      ))}
      {movements?.length === 0 ? <View className="t14 secondary member__none">还没有得过沃币</View> : null}
    </Sheet>
  )
}

/** What others did about somebody, a page at a time; whoever reads the whole record goes on there. */
function RecordLines({ employeeId }: { employeeId: string }) {
  const pages = usePagesOf(api.identity.listMemberRecord, { employeeId }, { staleMs: 0, kept: false })
  const { me } = useSession()
  const loaded = pages.data?.pages ?? []
  const records = loaded.flatMap(page => page.records)
  const names = new Map(loaded.flatMap(page => page.names.map(({ id, name }) => [id, name])))
  return (
    <>
      {records.map(record => (
        <ListRow
          key={record.number}
          plain
          title={sayAction(record.action)}
          meta={[
            `${momentLabel(record.at)} · ${record.by === 'timer' ? '系统' : (record.byName ?? record.by)}`,
            ...(record.subject.endsWith(`/${employeeId}`) ? [] : [sayWhom(record, names)]),
            sayFacts(record.after, names),
          ]}
        />
      ))}
      {pages.hasNextPage && !pages.isFetchingNextPage ? (
        <Button kind="text" onTap={() => pages.fetchNextPage()}>
          再早一些的
        </Button>
      ) : (
        <ListEnd of={pages} words={records.length === 0 ? '还没有人改过什么' : '都在这里了'} />
      )}
      {me && can(me.grants, 'access.audit.read') ? (
        <Button kind="text" onTap={() => openPage('access/audit', { person: employeeId })}>
          在操作记录里找
        </Button>
      ) : null}
    </>
  )
}

/** What HR may look up beside the profile: the last movements of coins, and what others did about the colleague. */
export function Looks({ employeeId }: { employeeId: string }) {
  const [movements, setMovements] = useState<Movements | null>(null)
  const [isReading, setReading] = useState(false)
  const look = useCommand(api.identity.openMovements, { onDone: done => setMovements(done.movements) })
  return (
    <Card padding="none">
      <ListRow
        lead="coin"
        plain
        title="沃币明细"
        meta="最近 20 笔，看过会记进操作记录"
        onTap={() => void look.run({ employeeId })}
      />
      <ListRow
        lead="history"
        plain
        title="操作记录"
        meta="谁改过资料、角色和沃币"
        onTap={() => setReading(true)}
      />
      <MovementsSheet movements={movements} onClose={() => setMovements(null)} />
      <Sheet
        open={isReading}
        title="关于这位同事的操作记录"
        onClose={() => setReading(false)}
        note="刚做的操作一分钟内封存，封存以后才在这里看到"
      >
        {isReading ? <RecordLines employeeId={employeeId} /> : null}
      </Sheet>
    </Card>
  )
}
