import { type Permission, permissionsOf } from '@domain/access/roles'
import { actionsFor, type ChiefAction, type WriterAction } from '@domain/content/article'
import { dayOf, instantAt } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand, useSession } from '@/api'
import { ReasonSheet } from '@/rooms/access/public'
import { backOr, openPage } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { MomentField } from '@/ui/pickerField/MomentField'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { showInNewsroom } from '../../newsroomTab'
import { actionDone, actionNames } from '../../stateNames'
import type { Opened } from './articleDraft'
import { Discard } from './Discard'
import { outdates } from './Form'
import { PublishSheet } from './PublishSheet'

type Action = WriterAction | ChiefAction
const isWriters = (action: Action): action is WriterAction =>
  action === 'submit' || action === 'recall' || action === 'revise'

const reasons = {
  sendBack: [
    { label: '再短一点', sentence: '内容很好，再短一点，两分钟读完最合适。' },
    { label: '补出处', sentence: '数字请补上出处和统计的时间。' },
    { label: '换封面', sentence: '封面看不清楚，换一张横的。' },
  ],
  withdraw: [
    { label: '内容有误', sentence: '内容有误，改好后重新发布。' },
    { label: '已经过期', sentence: '事情已经过去，撤下免得误会。' },
  ],
}

/** Sends what was decided, and goes back to the newsroom. */
function useDecide({ articleId, version }: Opened) {
  const move = useCommand(api.content.moveDraft, { outdates })
  const decide = useCommand(api.content.decideArticle, { outdates })
  return async (action: Action, more: { reason?: string; publishAt?: number; anew?: boolean } = {}) => {
    const done = isWriters(action)
      ? await move.run({ articleId, version, action })
      : await decide.run({ articleId, version, action, ...more })
    if (!done) return
    if (action === 'recall' || action === 'revise') showInNewsroom('draft')
    else await backOr('content/newsroom')
    toast.show(actionDone[action])
  }
}

interface TimingProps {
  open: boolean
  now: number
  onClose: () => void
  onSend: (publishAt: number) => unknown
}

/** On which day and at what time it is to appear. */
function Timing({ open, now, onClose, onSend }: TimingProps) {
  const [day, setDay] = useState('')
  const [clock, setClock] = useState('07:00')
  const at = instantAt(day, clock)
  const missing = at === null ? '还没选哪一天' : at <= now ? '这个时间已经过了，往后选' : undefined
  return (
    <Sheet
      open={open}
      title="定时发布"
      onClose={onClose}
      action={
        <Button block disabled={missing !== undefined} onTap={() => (at === null ? undefined : onSend(at))}>
          定在这个时间
        </Button>
      }
      missing={missing}
      note="到时间同事就看得到，之前可以取消。"
    >
      <MomentField
        labels={['哪一天', '几点']}
        min={dayOf(now)}
        day={day}
        time={clock}
        onDay={setDay}
        onTime={setClock}
      />
    </Sheet>
  )
}

const kindOf = (action: Action) =>
  action === 'publish' ? 'primary' : action === 'withdraw' ? 'danger' : 'secondary'

interface ActionBarProps {
  actions: readonly Action[]
  onTap: (action: Action) => unknown
}

/** What leads on comes last; whatever is not here comes before. */
const inOrder: readonly Action[] = ['sendBack', 'schedule', 'publish']

/** Three stand under the thumb; whatever is more, and leads on nowhere, stands above them. */
function ActionBar({ actions, onTap }: ActionBarProps) {
  const sorted = [...actions].sort((one, other) => inOrder.indexOf(one) - inOrder.indexOf(other))
  const near = sorted.slice(-3)
  return (
    <>
      {sorted.slice(0, -3).map(action => (
        <View key={action} className="pad">
          <Button kind="text" onTap={() => onTap(action)}>
            {actionNames[action]}
          </Button>
        </View>
      ))}
      <BottomBar {...(actions.length === 0 ? { consequence: '现在没有要你做的' } : {})}>
        {near.map(action => (
          <Button key={action} kind={kindOf(action)} onTap={() => onTap(action)}>
            {actionNames[action]}
          </Button>
        ))}
      </BottomBar>
    </>
  )
}

/** What else is done with an article that is out. */
function WhileOut({ opened, isChief }: { opened: Opened; isChief: boolean }) {
  const { articleId, onTop, version } = opened
  const top = useCommand(api.content.putOnTop, {
    outdates,
    onDone: done => toast.show(done.onTop ? '放到最上面了' : '回到按时间排的位置了'),
  })
  const revise = useCommand(api.content.reviseArticle, {
    outdates: [api.content.openNewsroom],
    onDone: begun => openPage('content/draft', begun),
  })
  return (
    <View className="pad column gap-12">
      <Button kind="secondary" icon="chart" onTap={() => openPage('content/figures', { articleId })}>
        谁读了
      </Button>
      <Button kind="secondary" icon="pen" onTap={() => revise.run({ articleId, version })}>
        改一版
      </Button>
      {isChief ? (
        <Button kind="secondary" icon="tack" onTap={() => top.run({ articleId, onTop: !onTop })}>
          {onTop ? '取消置顶' : '放到最上面'}
        </Button>
      ) : null}
    </View>
  )
}

/** What the reader of an article that is no draft may do with it: the same table decides that the cloud asks. */
export function Decision({ opened }: { opened: Opened }) {
  const { me } = useSession()
  const decide = useDecide(opened)
  const [asking, setAsking] = useState<'sendBack' | 'withdraw'>()
  const [timing, setTiming] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const permissions: readonly Permission[] = permissionsOf(me?.grants ?? [])
  const actions = actionsFor(opened, { employeeId: me?.employeeId ?? '', permissions })
  const isChief = permissions.includes('content.publish')
  const tap = (action: Action) => {
    if (action === 'schedule') setTiming(true)
    else if (action === 'publish') setPublishing(true)
    else if (action === 'sendBack' || action === 'withdraw') setAsking(action)
    else return decide(action)
    return undefined
  }
  const refused = asking ?? 'sendBack'
  return (
    <>
      {opened.state === 'published' ? <WhileOut opened={opened} isChief={isChief} /> : null}
      {opened.canDiscard ? <Discard opened={opened} /> : null}
      <ActionBar actions={actions} onTap={tap} />
      <PublishSheet
        opened={opened}
        open={publishing}
        onClose={() => setPublishing(false)}
        onSend={anew => decide('publish', anew ? { anew } : {})}
      />
      <Timing
        open={timing}
        now={opened.now}
        onClose={() => setTiming(false)}
        onSend={publishAt => decide('schedule', { publishAt })}
      />
      <ReasonSheet
        open={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={`${actionNames[refused]}这篇文章`}
        label="为什么，撰稿的同事会看到"
        placeholder="写一句话"
        reasons={reasons[refused]}
        action={actionNames[refused]}
        refusal={refused === 'withdraw'}
        note={refused === 'withdraw' ? '撤下后同事看不到，可以重新写过再发。' : '退回后变成草稿，可以再交。'}
        onSend={reason => decide(refused, { reason })}
      />
    </>
  )
}
