import { grouped } from '@domain/kernel/grouped'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { toast } from '@/ui/toast/store'
import { ReasonSheet } from '../../../access/public'
import { type Member, memberQueries } from '../../memberWords'
import { CorrectSheet, MuteSheet, TransferSheet } from './sheets'

type Asked = 'correct' | 'transfer' | 'mute' | 'phone' | 'return' | null

const other = { label: '其他', sentence: '' }
const phoneReasons = [
  { label: '核对身份', sentence: '本人来窗口办事，核对手机号。' },
  { label: '急事联系', sentence: '有急事需要直接联系本人。' },
  other,
]
const returnReasons = [
  { label: '返聘', sentence: '已办返聘，工号不变。' },
  { label: '离职办错了', sentence: '离职办错了，恢复在职。' },
  other,
]

const presides = ({ role, lentBy }: Member['grants'][number]) => role === 'president' && lentBy === null

/** What HR can do about a colleague; each with a reason that is kept. */
export function MemberActions({ onPhone, ...opened }: Member & { onPhone: (phone: string) => void }) {
  const [asked, setAsked] = useState<Asked>(null)
  const { member } = opened
  const { employeeId, status } = member
  const close = () => setAsked(null)
  const phone = useCommand(api.identity.openPhone, { onDone: done => onPhone(done.phone) })
  const back = useCommand(api.identity.returnMember, {
    outdates: memberQueries,
    onDone: ({ coins }) => toast.show(coins > 0 ? `已返岗，还回 ${grouped(coins)} 沃币` : '已返岗'),
  })
  const sheets = { employeeId, onClose: close }
  return (
    <>
      <Card padding="none">
        <SectionHeader title="可以做的" />
        <ListRow lead="pen" plain title="更正姓名和入职日期" onTap={() => setAsked('correct')} />
        <ListRow
          lead="phone"
          plain
          title="看完整手机号"
          meta="要写理由，记进操作记录"
          onTap={() => setAsked('phone')}
        />
        {status === 'active' ? (
          <ForActive employeeId={employeeId} onAsk={setAsked} />
        ) : (
          <ForLeft employeeId={employeeId} presiding={opened.grants.some(presides)} onAsk={setAsked} />
        )}
      </Card>
      <CorrectSheet {...sheets} open={asked === 'correct'} name={member.name} joinedOn={opened.joinedOn} />
      <TransferSheet
        {...sheets}
        open={asked === 'transfer'}
        department={member.department}
        site={member.site}
      />
      <MuteSheet {...sheets} open={asked === 'mute'} muted={member.mutedUntil !== null} />
      <ReasonSheet
        open={asked === 'phone'}
        onClose={close}
        title="看完整手机号"
        label="为什么要看"
        placeholder="写给以后查记录的人"
        reasons={phoneReasons}
        action="看手机号"
        refusal={false}
        note="离开这一页就收起；谁、什么时候、为什么看过，都会留下"
        onSend={reason => phone.run({ employeeId, reason }).then(close)}
      />
      <ReasonSheet
        open={asked === 'return'}
        onClose={close}
        title="办理返岗"
        label="理由"
        placeholder="写给以后查记录的人"
        reasons={returnReasons}
        action="恢复在职和角色"
        refusal={false}
        note="马上能登录；还没到期、也没有交给别人的角色一起恢复，清零的沃币还回来"
        onSend={reason => back.run({ employeeId, withRoles: true, reason }).then(close)}
      />
    </>
  )
}

interface ForProps {
  employeeId: string
  onAsk: (asked: Asked) => void
}

function ForLeft({ employeeId, presiding, onAsk }: ForProps & { presiding: boolean }) {
  return (
    <>
      {presiding ? (
        <ListRow
          lead="swap"
          plain
          title="交接会长"
          meta="人已离职，协会在等新会长"
          onTap={() => openPage('identity/leaving', { employeeId })}
        />
      ) : null}
      <ListRow lead="undo" plain title="办理返岗" onTap={() => onAsk('return')} />
    </>
  )
}

function ForActive({ employeeId, onAsk }: ForProps) {
  return (
    <>
      <ListRow lead="swap" plain title="调动" onTap={() => onAsk('transfer')} />
      <ListRow lead="say" plain title="停言或恢复发言" onTap={() => onAsk('mute')} />
      <ListRow
        lead="person"
        plain
        title="办理离职"
        onTap={() => openPage('identity/leaving', { employeeId })}
      />
    </>
  )
}
