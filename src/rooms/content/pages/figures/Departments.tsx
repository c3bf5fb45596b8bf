import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, holdCommand, type Output, useHeldIds, useQueryOf } from '@/api'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { thenSaid } from '../../articleWords'

type Figures = Output<typeof api.content.openFigures>
type Department = Figures['departments'][number]

const missingIn = ({ people, confirmed }: Department) => Math.max(0, people - confirmed)
const shareOf = ({ people, confirmed }: Department) => (people === 0 ? 0 : (100 * confirmed) / people)

/** First where most people have not confirmed; of as many, where they are the larger part. */
export function byMissing(departments: readonly Department[]): Department[] {
  return [...departments].sort((a, b) => missingIn(b) - missingIn(a) || shareOf(a) - shareOf(b))
}

function Row({ of, onTap }: { of: Department; onTap: () => void }) {
  const missing = missingIn(of)
  const { department, people, confirmed } = of
  return (
    <View className="figures__row" {...tappable()} onClick={onTap}>
      <View className="row row--between gap-12">
        <View className="t14 grow clamp-1">{department}</View>
        <View className="t14 medium">{missing === 0 ? '都确认了' : `差 ${missing} 人`}</View>
      </View>
      <View className="figures__track">
        <View className="figures__done" style={{ width: `${shareOf(of).toFixed(1)}%` }} />
      </View>
      <View className="t12 secondary">
        {confirmed} / {people}
      </View>
    </View>
  )
}

/** Who has not confirmed; whose name would say a department that they hide, is a number alone. */
export function sayNames({ people, unnamed, more }: Output<typeof api.content.listUnconfirmed>): string {
  if (unnamed > 0) return `${unnamed} 位同事不公开部门，这里不列名字。`
  return people.length === 0
    ? '刚刚都确认了。'
    : people.map(({ name }) => name).join('、') + (more ? '等' : '')
}

interface NamesProps {
  articleId: string
  department: string
  open: boolean
  onClose: () => void
}

/** Who of a department has not confirmed, as it is now. */
function Names({ articleId, department, open, onClose }: NamesProps) {
  const query = useQueryOf(
    api.content.listUnconfirmed,
    { articleId, department },
    { enabled: open, staleMs: 0, kept: false },
  )
  const { data } = query
  return (
    <Sheet open={open} title={`${department}还没确认的`} onClose={onClose}>
      {data ? (
        <View className="t16 figures__names">{sayNames(data)}</View>
      ) : query.isError ? (
        <Button kind="soft" size="small" onTap={() => void query.refetch()}>
          名单没拿到，再试一次
        </Button>
      ) : (
        <SkeletonRows count={3} leadPx={0} />
      )}
    </Sheet>
  )
}

function remind(articleId: string, missing: number): void {
  holdCommand(
    api.content.remindUnconfirmed,
    { articleId },
    {
      ids: [`reminder.${articleId}`],
      subject: '提醒还没确认的同事',
      outdates: [api.content.openFigures],
      said: `提醒 ${missing.toLocaleString('en-US')} 位同事`,
      after: '数到 0 就发出，晚上的微信提醒等到早上',
      tooLate: '提醒已经发出了',
    },
  )
}

interface DepartmentsProps extends Pick<Figures, 'departments' | 'remindedAt' | 'now'> {
  articleId: string
}

/** Where people have not confirmed what must be read, who they are, and a way to remind them. */
export function Departments({ articleId, departments, remindedAt, now }: DepartmentsProps) {
  const [opened, setOpened] = useState('')
  const [isOpen, setOpen] = useState(false)
  const held = useHeldIds()
  const behind = byMissing(departments)
  const missing = behind.reduce((sum, one) => sum + missingIn(one), 0)
  const isTold = remindedAt !== null && dayOf(remindedAt) === dayOf(now)
  const isHeld = held.has(`reminder.${articleId}`)
  return (
    <>
      <Card padding="none">
        <SectionHeader title="各部门确认" more={missing > 0 ? '差得多的在前' : ''} />
        {behind.map(one => (
          <Row
            key={one.department}
            of={one}
            onTap={() => {
              setOpened(one.department)
              setOpen(true)
            }}
          />
        ))}
        {behind.length === 0 ? <View className="t14 secondary pad">发布以后才知道有哪些部门。</View> : null}
      </Card>
      {missing > 0 ? (
        <Button
          kind="secondary"
          icon="bell"
          disabled={isTold || isHeld}
          onTap={() => remind(articleId, missing)}
        >
          提醒还没确认的 {missing.toLocaleString('en-US')} 人
        </Button>
      ) : null}
      {remindedAt === null ? null : (
        <View className="t12 secondary">
          {thenSaid(sayWhen(remindedAt, now), '提醒过')}
          {isTold ? '，一天最多一次' : ''}
        </View>
      )}
      {opened ? (
        <Names articleId={articleId} department={opened} open={isOpen} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}
