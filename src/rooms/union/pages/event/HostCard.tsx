import { useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { ReasonSheet } from '@/rooms/access/public'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { toast } from '@/ui/toast/store'
import { eventQueries } from '../../outdated'

type Opened = Output<typeof api.union.openEvent>

/** What its president does with it: the list and the door, changes, and calling it off. */
export function HostCard({ event, now }: Opened) {
  const { eventId, title, state, startsAt, hosting } = event
  const [calling, setCalling] = useState(false)
  const callOff = useCommand(api.union.callOffEvent, {
    outdates: eventQueries,
    onDone: () => {
      setCalling(false)
      toast.show('取消了，正在通知报名的人')
    },
  })
  if (!hosting) return null
  const changeable = (state === 'open' || state === 'proposed') && now < startsAt
  return (
    <>
      <Card padding="none">
        <ListRow
          lead="people"
          plain
          title="名单与签到"
          onTap={() => openPage('booking/host', { sessionId: eventId })}
        />
        {changeable ? (
          <ListRow lead="pen" plain title="修改活动" onTap={() => openPage('union/eventEdit', { eventId })} />
        ) : null}
        {changeable ? (
          <ListRow
            lead="close"
            plain
            title="取消活动"
            meta="报名的人会收到通知，沃币原路退回"
            chevron={false}
            onTap={() => setCalling(true)}
          />
        ) : null}
      </Card>
      <ReasonSheet
        open={calling}
        title={`取消「${title}」`}
        label="为什么取消"
        note="报名的人会看到这句话，取消后不能恢复"
        action="取消活动"
        refusal
        reasons={['天气不好', '人数太少', '场地用不了']}
        onClose={() => setCalling(false)}
        onSend={reason => callOff.run({ eventId, reason })}
      />
    </>
  )
}
