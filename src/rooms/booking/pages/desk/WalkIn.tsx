import { useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Options } from '@/ui/options/Options'
import { Sheet } from '@/ui/sheet/Sheet'
import { Stepper } from '@/ui/stepper/Stepper'
import { toast } from '@/ui/toast/store'
import { slotTime } from '../../centre/slotWords'
import { deskQueries } from '../../outdated'

const PARTY_MAX = 20

interface WalkInProps {
  centreId: string
  /** What one can come for. */
  kinds: Output<typeof api.booking.openDesk>['kinds']
}

/** Somebody who has come without a booking: in two taps they are in, where seats are left. */
export function WalkIn({ centreId, kinds }: WalkInProps) {
  const [kindId, setKindId] = useState(kinds[0]?.kindId ?? '')
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [party, setParty] = useState(1)
  const admit = useCommand(api.booking.admitWalkIn, {
    outdates: deskQueries,
    onDone: ({ startsAt, left, byCar }) => {
      setOpen(false)
      setName('')
      setParty(1)
      toast.show(`记下了，${slotTime(startsAt)} 这一场还${byCar ? `有 ${left} 台车` : `能来 ${left} 位`}`)
    },
  })
  return (
    <>
      <Button kind="text" size="small" icon="plus" onTap={() => setOpen(true)}>
        没预约的客人
      </Button>
      <Sheet
        open={open}
        title="没预约的客人"
        onClose={() => setOpen(false)}
        note="记在现在这一场，直接算到了；没有位子会告诉你"
        action={
          <Button onTap={() => admit.run({ centreId, kindId, party, name: name.trim() })}>
            {party > 1 ? `${party} 位进场` : '进场'}
          </Button>
        }
      >
        {kinds.length > 1 ? (
          <Options
            label="来做什么"
            options={kinds.map(({ kindId: key, name: text }) => ({ key, text }))}
            value={kindId}
            onChange={setKindId}
          />
        ) : null}
        <Field label="怎么称呼" placeholder="可以不写" maxLength={20} value={name} onChange={setName} />
        <KeyValueRow label="一共几位">
          <Stepper label="一共几位" unit="位" value={party} most={PARTY_MAX} onChange={setParty} />
        </KeyValueRow>
      </Sheet>
    </>
  )
}
