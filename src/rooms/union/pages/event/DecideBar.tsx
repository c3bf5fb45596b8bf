import { useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { ReasonSheet } from '@/rooms/access/public'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { toast } from '@/ui/toast/store'
import { eventQueries } from '../../outdated'

type Event = Output<typeof api.union.openEvent>['event']

/** The union's yes or no, with a reason for a no; to what is on the screen, and to nothing that came after. */
export function DecideBar({ eventId, title, version, change }: Event) {
  const [refusing, setRefusing] = useState(false)
  const decide = useCommand(api.union.decideEvent, {
    outdates: eventQueries,
    onDone: ({ state }) => {
      setRefusing(false)
      toast.show(state === 'approved' ? `同意了「${title}」` : '告诉会长了')
    },
  })
  return (
    <>
      <BottomBar>
        <Button kind="secondary" onTap={() => setRefusing(true)}>
          不同意
        </Button>
        <Button onTap={() => decide.run({ eventId, version, verdict: 'approve' })}>同意</Button>
      </BottomBar>
      <ReasonSheet
        open={refusing}
        title={change ? '不同意这次改动' : '不同意这场活动'}
        label="为什么"
        note="会长会看到这句话"
        action="不同意"
        refusal
        reasons={['费用请先和行政商量', '时间和公司安排冲突', '场地需要先报备']}
        onClose={() => setRefusing(false)}
        onSend={reason => decide.run({ eventId, version, verdict: 'refuse', reason })}
      />
    </>
  )
}
